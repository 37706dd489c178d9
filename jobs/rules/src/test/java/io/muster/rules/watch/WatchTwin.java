package io.muster.rules.watch;

import io.muster.rules.fence.Presence;
import io.muster.rules.identify.Who;
import io.muster.rules.plan.ZoneConduct;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import io.muster.rules.watch.WatchTwinTest.Happening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The obvious: everything is asked at each second and after each thing that happens. Whole seconds only. */
final class WatchTwin {
    private static final int NOT = Integer.MAX_VALUE;

    private final WatchOptions options;
    private final Map<String, Zone> zones = new TreeMap<>();
    private Map<String, String> before = new TreeMap<>();

    WatchTwin(WatchOptions options) {
        this.options = options;
    }

    void happens(Happening each) {
        zones.computeIfAbsent(each.fence(), f -> new Zone()).happens(each);
    }

    /** Kind and subject to since when and where, at the end of this second. */
    Map<String, String> at(int second) {
        Map<String, Integer> since = new TreeMap<>();
        Map<String, List<String>> where = new TreeMap<>();
        zones.forEach((fence, zone) -> {
            zone.look(second, second);
            zone.open.forEach((what, onset) -> {
                String key = what.endsWith(" ") ? what + fence : what;
                since.merge(key, onset, Math::min);
                where.computeIfAbsent(key, k -> new ArrayList<>()).add(fence);
            });
        });
        Map<String, String> open = new TreeMap<>();
        since.forEach((key, onset) -> {
            String was = before.get(key);
            int first = was == null ? onset : Math.min(onset, Integer.parseInt(was.split(" ", 3)[1]));
            open.put(key, "since " + first + " in " + where.get(key));
        });
        before = open;
        return open;
    }

    private static final class Inside {
        Presence presence = Presence.ABSENT;
        int since;
        int facts;
        int fix;

        @Nullable
        Integer still;

        Who who = Who.unknown();

        boolean inside() {
            return presence == Presence.CONFIRMED || presence == Presence.STALE;
        }
    }

    private final class Zone {
        @Nullable
        ZoneRule rule;

        final Map<String, Inside> people = new TreeMap<>();
        final Map<String, Integer> strayed = new TreeMap<>();
        final Map<String, Integer> runs = new HashMap<>();
        final Map<String, Integer> open = new TreeMap<>();
        boolean held;

        void happens(Happening each) {
            String person = each.person();
            if (person == null) {
                ZoneRule next = each.zone() == null ? null : each.zone().rule();
                boolean same = next != null
                        && rule != null
                        && next.role() == rule.role()
                        && next.conduct().equals(rule.conduct());
                rule = next;
                if (!same) {
                    people.values().forEach(one -> one.facts = Math.max(one.facts, each.event()));
                }
            } else if (each.presence() == Presence.ABSENT) {
                Inside left = people.remove(person);
                if (left != null && left.inside() && !each.reason().equals("released")) {
                    strayed.put(person, Math.max(left.facts, each.event()));
                }
            } else {
                comes(person, each);
            }
            look(each.second(), each.event());
        }

        private void comes(String person, Happening each) {
            strayed.remove(person);
            Inside now = people.computeIfAbsent(person, p -> {
                Inside fresh = new Inside();
                fresh.since = each.event();
                return fresh;
            });
            Who who = each.who() == null ? Who.unknown() : each.who();
            if (!now.inside()) {
                now.facts = now.since;
            } else if (!now.who.equals(who)) {
                now.facts = Math.max(now.facts, each.event());
            }
            boolean silence =
                    each.presence() == Presence.STALE && !each.reason().equals("movement");
            if (!silence) {
                now.still = each.still();
            } else if (!open.containsKey("motionless " + person)) {
                now.still = null;
            }
            now.who = who;
            now.presence = each.presence() == null ? Presence.CONFIRMED : each.presence();
            now.fix = each.event() - (now.presence == Presence.STALE ? 10 : 0);
        }

        void look(int second, int event) {
            ZoneRule law = rule;
            if (law != null && law.validFromMillis() != null && second * 1000L < law.validFromMillis()) {
                law = null;
            }
            if (law != null && law.validUntilMillis() != null && second * 1000L >= law.validUntilMillis()) {
                law = null;
            }
            ZoneRule now = law;
            strayed.keySet()
                    .removeIf(each ->
                            now == null || !now.conduct().mustStayTrackableIds().contains(each));
            Map<String, Integer> is = new TreeMap<>();
            if (now == null) {
                held = false;
                runs.clear();
            } else {
                people.forEach((id, one) -> {
                    if (one.inside()) {
                        person(now, id, one, second, is);
                    }
                });
                strayed.forEach((id, since) -> {
                    if (allowed(now.conduct(), second)) {
                        is.put("boundary " + id, since);
                    }
                });
                staff(now, second, event, is);
            }
            is.replaceAll((what, onset) -> Math.min(onset, open.getOrDefault(what, NOT)));
            open.clear();
            open.putAll(is);
        }

        private void person(ZoneRule law, String id, Inside one, int second, Map<String, Integer> is) {
            ZoneConduct conduct = law.conduct();
            String type = one.who.personType();
            boolean forbidden = law.role() == ZoneRole.FORBIDDEN;
            boolean danger = forbidden || law.role() == ZoneRole.HAZARD;
            boolean listed = conduct.allowedPersonTypes().contains(type)
                    || conduct.allowedTrackableIds().contains(id);
            boolean free = conduct.allowedPersonTypes().isEmpty()
                    && conduct.allowedTrackableIds().isEmpty()
                    && !forbidden;
            boolean may = listed || free;
            if (!may && (forbidden || !(type.equals("03") || type.equals("unknown")))) {
                say(is, "boundary " + id, one.facts);
            }
            if (!may && type.equals("03")) {
                say(is, "visitor_expired " + id, one.facts);
            }
            if (!allowed(conduct, second)) {
                int since = second;
                while (since > one.facts && !allowed(conduct, since - 1)) {
                    since--;
                }
                say(is, "boundary " + id, Math.max(since, one.facts));
            }
            Long until = one.who.validUntilMillis();
            if (until != null && (type.equals("02") || type.equals("03")) && second * 1000L >= until) {
                say(is, "visitor_expired " + id, Math.max((int) (until / 1000), one.since));
            }
            String post = one.who.post();
            if (post != null
                    && !conduct.allowedPosts().isEmpty()
                    && !conduct.allowedPosts().contains(post)
                    && !conduct.requiredTrackableIds().contains(id)) {
                say(is, "wrong_post " + id, one.facts);
            }
            long stay = limit(conduct.overstayMillis(), danger, options.overstayMillis());
            if (stay > 0 && second - one.since >= stay / 1000) {
                say(is, "overstay " + id, one.since);
            }
            long lie = limit(conduct.motionlessMillis(), danger, options.motionlessMillis());
            if (one.still != null && lie > 0 && second - Math.max(one.still, one.since) >= lie / 1000) {
                say(is, "motionless " + id, Math.max(one.still, one.since));
            }
            if (danger && one.presence == Presence.STALE && second - one.fix >= options.tagLostMillis() / 1000) {
                say(is, "tag_lost_in_hazard " + id, one.fix);
            }
        }

        private void staff(ZoneRule law, int second, int event, Map<String, Integer> is) {
            ZoneConduct conduct = law.conduct();
            long absence = (conduct.absenceMillis() == null ? options.absenceMillis() : conduct.absenceMillis()) / 1000;
            boolean post = law.role() == ZoneRole.POST;
            boolean open = post && conduct.requiredTrackableIds().isEmpty();
            boolean holder = people.values().stream()
                    .map(one -> one.who.post())
                    .anyMatch(each -> each != null
                            && (conduct.allowedPosts().isEmpty()
                                    || conduct.allowedPosts().contains(each)));
            held = open && (held || holder);
            boolean owned = held || !conduct.allowedPosts().isEmpty();
            Integer empty = run("post", open && owned && !holder, event);
            if (empty != null && second - empty >= absence) {
                say(is, "off_post ", empty);
            }
            Integer few = run("few", law.minimum() != null && people.size() < law.minimum(), event);
            if (few != null && second - few >= absence) {
                say(is, "under_staffed ", few);
            }
            for (String each : new TreeSet<>(List.of("A", "B", "C"))) {
                boolean required = conduct.requiredTrackableIds().contains(each);
                Integer missing = run(each, required && !people.containsKey(each), event);
                if (missing != null && second - missing >= absence) {
                    say(is, post ? "off_post " : "under_staffed ", missing);
                }
            }
        }

        /** Since when something has been so without a break. */
        private @Nullable Integer run(String what, boolean is, int event) {
            if (!is) {
                runs.remove(what);
                return null;
            }
            return runs.computeIfAbsent(what, w -> event);
        }
    }

    private static void say(Map<String, Integer> is, String what, int onset) {
        is.merge(what, onset, Math::min);
    }

    private static long limit(@Nullable Long ofPlan, boolean danger, long ofProfile) {
        return ofPlan != null ? ofPlan : danger ? ofProfile : -1;
    }

    private static boolean allowed(ZoneConduct conduct, int second) {
        int minute = Math.floorMod(Math.floorDiv(second, 60), 1440);
        return conduct.allowedTimes().isEmpty()
                || conduct.allowedTimes().stream()
                        .anyMatch(each -> each.fromMinute() <= minute && minute < each.untilMinute());
    }
}
