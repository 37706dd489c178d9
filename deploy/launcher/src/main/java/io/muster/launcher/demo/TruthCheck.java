package io.muster.launcher.demo;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.TruthLine;
import io.muster.simulator.verify.AlarmSpan;
import io.muster.simulator.verify.Verifier;
import io.muster.simulator.verify.VerifyOptions;
import io.muster.simulator.verify.VerifyReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The alarms held against the simulator's truth. */
final class TruthCheck {
    private TruthCheck() {}

    static VerifyReport of(List<TruthLine> truths, List<Watch.Seen> seen, long settleMillis) {
        List<Alarm> history = new ArrayList<>();
        Map<String, Long> readableAt = new HashMap<>();
        for (Watch.Seen each : seen) {
            try {
                Alarm alarm = Json.read(each.value(), Alarm.class);
                history.add(alarm);
                if (!AlarmSpan.isForeseen(alarm)) {
                    readableAt.merge(alarm.alarmId(), each.readableMillis(), Math::min);
                }
            } catch (Unreadable e) {
                throw new IllegalStateException("the job wrote an alarm that cannot be read: " + e.getMessage(), e);
            }
        }
        VerifyOptions usual = VerifyOptions.kafka(readableAt);
        return Verifier.verify(
                truths,
                history,
                new VerifyOptions(
                        settleMillis, readableAt, usual.allowanceMillis(), usual.earlyMillis(), usual.slackMillis()));
    }
}
