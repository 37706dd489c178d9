package io.muster.rules.alarm;

import java.util.List;
import java.util.Set;

/**
 * Which alarm explains which: while the cause stands, its consequences are suppressed by it (ISA-18.2 suppression by design). They are watched and told
 * all the same, and rise by themselves where they outlast it.
 *
 * <pre>
 *     cause                  consequences                              relation
 *     vendor_feed_silent     tag_lost_in_hazard, terminal_offline,     of that vendor, or of people whom that vendor
 *                            not_wearing                               located
 *     tag_lost_in_hazard     terminal_offline                          of the same person: the graver one says it
 * </pre>
 */
enum Suppression {
    /** A whole feed is silent: that its tags are too is one message, not a hundred. */
    SILENT_FEED("vendor_feed_silent", Set.of("tag_lost_in_hazard", "terminal_offline", "not_wearing")) {
        @Override
        boolean explains(Cause cause, Finding consequence) {
            return consequence.vendor() != null
                    ? consequence.vendor().equals(cause.vendor())
                    : !consequence.trackableIds().isEmpty()
                            && cause.trackableIds().containsAll(consequence.trackableIds());
        }
    },
    /** Somebody is lost where it is dangerous: their tag is offline, of course. */
    LOST_PERSON("tag_lost_in_hazard", Set.of("terminal_offline")) {
        @Override
        boolean explains(Cause cause, Finding consequence) {
            return !consequence.trackableIds().isEmpty()
                    && cause.trackableIds().containsAll(consequence.trackableIds());
        }
    };

    private static final List<Suppression> ALL = List.of(values());

    private final String cause;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is.
    private final Set<String> consequences;

    Suppression(String cause, Set<String> consequences) {
        this.cause = cause;
        this.consequences = consequences;
    }

    /** Whether this cause, of this kind, is behind that finding. */
    abstract boolean explains(Cause cause, Finding consequence);

    static boolean isCause(String kind) {
        return ALL.stream().anyMatch(each -> each.cause.equals(kind));
    }

    static boolean isConsequence(String kind) {
        return ALL.stream().anyMatch(each -> each.consequences.contains(kind));
    }

    static boolean is(Cause cause, Finding consequence) {
        for (Suppression each : ALL) {
            if (each.cause.equals(cause.kind())
                    && each.consequences.contains(consequence.kind())
                    && each.explains(cause, consequence)) {
                return true;
            }
        }
        return false;
    }
}
