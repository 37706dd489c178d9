package io.muster.rules.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Why an alarm is put aside while its condition holds. Of several reasons the first counts: its source is out of service, it is shelved, it is silenced,
 * another alarm explains it. One for the safety of a life never is.
 *
 * @param status {@link LifeCycle#isAside()}
 */
record PutAside(LifeCycle status, Aside by) {

    /** @return null = nothing puts it aside */
    static @Nullable PutAside of(OpenAlarm alarm, Surroundings desk) {
        if (alarm.definition().lifeSafety()) {
            return null;
        }
        Order order = desk.order(alarm);
        if (order != null && order.what() == Order.What.OUT_OF_SERVICE) {
            return new PutAside(LifeCycle.OUT_OF_SERVICE, order.aside());
        }
        Aside shelved = alarm.handling().shelved();
        if (shelved != null) {
            return new PutAside(LifeCycle.SHELVED, shelved);
        }
        if (order != null) {
            return new PutAside(LifeCycle.SUPPRESSED, order.aside());
        }
        Cause cause = desk.cause(alarm.newest());
        return cause == null ? null : new PutAside(LifeCycle.SUPPRESSED, new Aside(cause.alarmId(), null, null));
    }
}
