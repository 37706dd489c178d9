package io.muster.launcher.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Json;
import io.muster.contract.value.Alarm;
import io.muster.launcher.lines.AlarmText;
import io.muster.launcher.lines.Names;
import io.muster.launcher.terminal.Table;
import io.muster.launcher.terminal.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Alarms as rows for people, and as JSON for scripts. */
public final class AlarmTable {
    /** Enough of an id to be given to another command. */
    private static final int ID = 8;

    /** @param now for the age of an alarm, which is shown and not decided upon */
    public static Table of(List<Alarm> alarms, Names names, Instant now) {
        Table table = Table.of("alarm", "kind", "level", "state", "about", "people", "age", "acknowledged by");
        for (Alarm alarm : alarms) {
            ObjectNode tree = Json.tree(alarm);
            table.row(
                    alarm.alarmId().substring(0, Math.min(ID, alarm.alarmId().length())),
                    AlarmText.kind(tree),
                    alarm.level().wire().toUpperCase(Locale.ROOT),
                    alarm.state().wire().replace('_', ' '),
                    AlarmText.about(tree, names),
                    AlarmText.counted(tree),
                    Words.duration(
                            Math.max(0, now.toEpochMilli() - alarm.raisedAt().toEpochMilli())),
                    alarm.acknowledged() == null ? "" : alarm.acknowledged().by());
        }
        return table;
    }

    /** Whole, as on the topic. */
    public static List<JsonNode> json(List<Alarm> alarms) {
        return alarms.stream().map(each -> (JsonNode) Json.tree(each)).toList();
    }

    private AlarmTable() {}
}
