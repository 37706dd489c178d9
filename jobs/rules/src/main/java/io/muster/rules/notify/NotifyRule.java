package io.muster.rules.notify;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.AlarmChange;
import io.muster.rules.alarm.LifeCycle;
import io.muster.rules.risk.RiskReasons;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who must be told what of an alarm (key: site and alarm; AQ 3064.3 5.2.3 a and b, 5.2.4 a). Each is told once, and once more when it becomes
 * graver than what they were told; who joins later is told then; those who were told are told when it ends. An alarm that is put aside, and a gathering that
 * is blue, tell nobody anything; a gathering that is approved tells its people and not the managers (5.2.3 d).
 */
public final class NotifyRule implements Rule<NotifyState, AlarmTold, Message> {
    private static final long serialVersionUID = 1;

    private static final String EVACUATE_ZH = "附近有气体报警，请立即撤离";
    private static final String EVACUATE_EN = "Gas alarm nearby: evacuate at once";
    private static final String OVER_ZH = "已解除";
    private static final String OVER_EN = "over";
    private static final List<String> BY_TAG = List.of("tag", "phone");
    private static final List<String> BY_PHONE = List.of("phone");

    @Override
    public Step<NotifyState, Message> onInput(@Nullable NotifyState state, AlarmTold in) {
        AlarmChange alarm = in.alarm();
        if (alarm.report()) {
            return Step.of(state, List.of());
        }
        Telling telling = new Telling(state, alarm);
        if (alarm.returnedMillis() != null) {
            return Step.of(null, telling.over());
        }
        boolean isSilent = LifeCycle.of(alarm.status()).isAside()
                || (alarm.kind().equals("gathering") && alarm.level().equals("blue"));
        if (!isSilent) {
            telling.all(in);
        }
        return Step.of(telling.state(), telling.messages);
    }

    /** One call. */
    private static final class Telling {
        private final AlarmChange alarm;
        private final Audience audience;
        private final Map<String, Integer> told;
        private final List<Message> messages = new ArrayList<>();
        private long seq;

        Telling(@Nullable NotifyState state, AlarmChange alarm) {
            this.alarm = alarm;
            this.audience = Audiences.of(alarm.kind());
            this.told = new HashMap<>(state == null ? Map.of() : state.told());
            this.seq = state == null ? 0 : state.seq();
        }

        @Nullable
        NotifyState state() {
            return told.isEmpty() ? null : new NotifyState(Map.copyOf(told), seq);
        }

        void all(AlarmTold in) {
            int level = 10 * AlarmCatalogue.rankOfLevel(alarm.level());
            if (audience.people()) {
                // Regulation 4.2 B4: people leave the place, not only one another.
                boolean gas = RiskReasons.has(alarm.finding().reasons(), RiskReasons.GAS);
                TreeSet<String> people = new TreeSet<>(alarm.finding().trackableIds());
                if (audience.host()) {
                    people.addAll(in.hosts());
                }
                for (String each : people) {
                    tell(
                            each,
                            gas ? level + 5 : level,
                            alarm.level() + (gas ? "/evacuate" : ""),
                            gas ? EVACUATE_ZH : audience.textZh(),
                            gas ? EVACUATE_EN : audience.textEn());
                }
            }
            boolean isForManagers = audience.managers()
                    || alarm.level().equals("red")
                    || alarm.handling().escalated() != null;
            if (isForManagers && alarm.handling().approved() == null) {
                tell(
                        Audiences.MANAGERS,
                        level + AlarmCatalogue.rankOfPriority(alarm.priority()),
                        alarm.level() + "/" + alarm.priority(),
                        alarm.nameZh(),
                        alarm.nameEn());
            }
        }

        private void tell(String recipient, int grave, String occasion, String textZh, String textEn) {
            Integer before = told.get(recipient);
            if (before == null || before < grave) {
                told.put(recipient, grave);
                add(recipient, occasion, false, textZh, textEn);
            }
        }

        List<Message> over() {
            for (String each : new TreeSet<>(told.keySet())) {
                add(each, "end", true, alarm.nameZh() + OVER_ZH, alarm.nameEn() + " " + OVER_EN);
            }
            return messages;
        }

        private void add(String recipient, String occasion, boolean ended, String textZh, String textEn) {
            long due = audience.dueMillis();
            messages.add(new Message(
                    alarm.site(),
                    recipient,
                    alarm.alarmId(),
                    alarm.kind(),
                    alarm.level(),
                    occasion,
                    ended,
                    textZh,
                    textEn,
                    audience.byTag() && !recipient.equals(Audiences.MANAGERS) ? BY_TAG : BY_PHONE,
                    due == 0 || ended ? null : alarm.timeMillis() + due,
                    alarm.timeMillis(),
                    ++seq));
        }
    }
}
