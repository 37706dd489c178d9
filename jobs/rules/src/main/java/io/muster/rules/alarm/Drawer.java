package io.muster.rules.alarm;

import java.util.List;

/**
 * Some of the open alarms of a site: those whose kind and subject fall into this drawer. There are {@link #DRAWERS}, so that a finding copies and looks
 * through one of them, and not everything that is open.
 *
 * @param alarms sorted by kind and subject
 * @param dueMillis when the first of them wants to be looked at; {@link Long#MAX_VALUE} = none does
 */
public record Drawer(List<AlarmState> alarms, long dueMillis) {
    static final int DRAWERS = 64;
    static final Drawer EMPTY = new Drawer(List.of(), Long.MAX_VALUE);

    public Drawer {
        alarms = alarms == null ? List.of() : alarms;
    }

    static int of(String kind, String subjectId) {
        return Math.floorMod(31 * kind.hashCode() + subjectId.hashCode(), DRAWERS);
    }

    static Drawer holding(List<AlarmState> alarms) {
        if (alarms.isEmpty()) {
            return EMPTY;
        }
        long due = Long.MAX_VALUE;
        for (AlarmState each : alarms) {
            due = Math.min(due, each.dueMillis());
        }
        return new Drawer(List.copyOf(alarms), due);
    }
}
