package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Why an alarm is put aside while its condition holds. Of several reasons the first counts: its source is out of service, it is shelved, it is silenced,
 * another alarm explains it. One for the safety of a life never is; a gathering that is red is put aside by nobody, and one that becomes red comes back.
 *
 * @param status {@link LifeCycle#isAside()}
 */
record PutAside(LifeCycle status, Aside by) {

    /** @return null = nothing puts it aside */
    static @Nullable PutAside of(OpenAlarm alarm, Surroundings desk) {
        if (alarm.definition().lifeSafety()) {
            return null;
        }
        PutAside byPerson = isTooGrave(alarm) ? null : byPerson(alarm, desk);
        if (byPerson != null) {
            return byPerson;
        }
        Cause cause = desk.cause(alarm.newest());
        return cause == null ? null : new PutAside(LifeCycle.SUPPRESSED, new Aside(cause.alarmId(), null, null));
    }

    private static @Nullable PutAside byPerson(OpenAlarm alarm, Surroundings desk) {
        Order order = desk.order(alarm);
        if (order != null && order.what() == Order.What.OUT_OF_SERVICE) {
            return new PutAside(LifeCycle.OUT_OF_SERVICE, order.aside());
        }
        Aside shelved = alarm.handling().shelved();
        if (shelved != null) {
            return new PutAside(LifeCycle.SHELVED, shelved);
        }
        return order == null ? null : new PutAside(LifeCycle.SUPPRESSED, order.aside());
    }

    /** Whether no person may put it aside: SOS and its like, and a red gathering (more than 6 people, gas: AQ 3064.3 5.2.3). */
    static boolean isTooGrave(OpenAlarm alarm) {
        return alarm.definition().lifeSafety()
                || (alarm.isGathering() && alarm.level().equals("red"));
    }
}
