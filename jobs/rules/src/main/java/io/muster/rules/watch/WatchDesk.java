package io.muster.rules.watch;

import io.muster.rules.alarm.AlarmCatalogue;
import io.muster.rules.alarm.Finding;
import io.muster.rules.fence.Presence;
import io.muster.rules.plan.ZoneRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A zone laid open for one step: who is in it, what is said of them, and what is told meanwhile. */
final class WatchDesk {
    /** How much evidence a finding carries at most. */
    private static final int MOST_EVIDENCE = 32;

    private static final Comparator<ZoneVerdict> BY_PERSON = Comparator.comparing(ZoneVerdict::trackableId)
            .thenComparing(each -> each.breach().kind());

    @Nullable
    ZoneRule zone;

    String planVersion;
    final Map<String, Seen> people;
    /** Who has left a zone that they must stay in, as they were when they left. */
    final Map<String, Seen> strayed;

    final List<WatchOutput> events = new ArrayList<>();

    private final WatchState before;
    private final long nowMillis;
    private final long eventMillis;
    private final List<PersonRule> personRules;
    private final List<StaffRule> staffRules;
    private final List<ZoneVerdict> verdicts;
    private List<Finding> findings;
    private Staff staff;
    private long againMillis;
    private long seq;

    WatchDesk(
            WatchState state,
            long nowMillis,
            long eventMillis,
            List<PersonRule> personRules,
            List<StaffRule> staffRules) {
        this.before = state;
        this.nowMillis = nowMillis;
        this.eventMillis = eventMillis;
        this.personRules = personRules;
        this.staffRules = staffRules;
        zone = state.zone();
        planVersion = state.planVersion();
        people = new HashMap<>(state.people());
        strayed = new HashMap<>(state.strayed());
        verdicts = new ArrayList<>(state.verdicts());
        findings = state.findings();
        staff = state.staff();
        againMillis = state.againMillis();
        seq = state.seq();
    }

    WatchState state() {
        return new WatchState(
                before.site(),
                before.fenceId(),
                zone,
                planVersion,
                people,
                strayed,
                staff,
                List.copyOf(verdicts),
                List.copyOf(findings),
                againMillis,
                seq);
    }

    boolean isTold(String trackableId, String kind) {
        return told(trackableId, kind) != null;
    }

    void came(Seen person) {
        people.put(person.trackableId(), person);
        strayed.remove(person.trackableId());
        judgePerson(person);
        judgeStaff(null);
    }

    /** @param leftMillis when somebody left who had been inside; null = it was no leaving */
    void left(Seen person, @Nullable Long leftMillis) {
        people.remove(person.trackableId());
        if (leftMillis != null) {
            strayed.put(person.trackableId(), person.factsSince(leftMillis));
        }
        Seen left = strayed.get(person.trackableId());
        judgePerson(left == null ? person : left);
        judgeStaff(person);
        if (people.isEmpty()) {
            judgeAll(); // nothing is left that anybody would have to be woken for
        }
    }

    void judgeAll() {
        againMillis = Judgement.NEVER;
        for (String each : new TreeSet<>(people.keySet())) {
            judgePerson(Objects.requireNonNull(people.get(each)));
        }
        for (String each : new TreeSet<>(strayed.keySet())) {
            judgePerson(Objects.requireNonNull(strayed.get(each)));
        }
        judgeStaff(null);
    }

    private void judgePerson(Seen person) {
        ZoneRule law = lawNow();
        if (law == null || !MustStayRule.binds(law, person)) {
            strayed.remove(person.trackableId());
        }
        for (PersonRule rule : personRules) {
            Judgement judgement = law == null ? Judgement.FINE : judge(rule, person, law);
            again(judgement.againMillis());
            tell(person, rule.kind(), judgement.breach());
        }
    }

    private Judgement judge(PersonRule rule, Seen person, ZoneRule law) {
        if (person.inside()) {
            return rule.judge(person, law, nowMillis);
        }
        boolean gone = strayed.containsKey(person.trackableId());
        return gone && rule.kind().equals(MustStayRule.KIND)
                ? MustStayRule.judge(person, law, nowMillis)
                : Judgement.FINE;
    }

    private void judgeStaff(@Nullable Seen left) {
        ZoneRule law = lawNow();
        staff = staff.observe(law, people, left, eventMillis);
        List<Finding> now = new ArrayList<>();
        for (StaffRule rule : staffRules) {
            Judgement judgement = law == null ? Judgement.FINE : rule.judge(staff, law, people, nowMillis);
            again(judgement.againMillis());
            Finding was = told(rule.kind());
            Finding is = law == null || judgement.breach() == null ? null : finding(rule, law, judgement.breach(), was);
            if (is != null) {
                now.add(was != null && Findings.sameFacts(was, is) ? was : numbered(is));
            } else if (was != null) {
                numbered(ended(was));
            }
        }
        findings = now;
    }

    /** A temporary fence is no zone before and after its time. */
    private @Nullable ZoneRule lawNow() {
        ZoneRule rule = zone;
        if (rule == null) {
            return null;
        }
        Long from = rule.validFromMillis();
        Long until = rule.validUntilMillis();
        if (from != null && nowMillis < from) {
            again(from);
            return null;
        }
        if (until != null && nowMillis < until) {
            again(until);
        }
        return until != null && nowMillis >= until ? null : rule;
    }

    private void again(long millis) {
        againMillis = Math.min(againMillis, millis);
    }

    private void tell(Seen person, String kind, @Nullable Breach breach) {
        ZoneVerdict was = told(person.trackableId(), kind);
        if (breach == null) {
            if (was != null) {
                verdicts.remove(was);
                told(verdict(person, false, was.breach()));
            }
            return;
        }
        boolean goesOn = was != null && was.breach().onsetMillis() < breach.onsetMillis();
        ZoneVerdict is = verdict(
                person, true, was != null && goesOn ? breach.since(was.breach().onsetMillis()) : breach);
        if (was == null || !was.saysAs(is)) {
            verdicts.remove(was);
            verdicts.add(told(is));
            verdicts.sort(BY_PERSON);
        }
    }

    private @Nullable ZoneVerdict told(String trackableId, String kind) {
        for (ZoneVerdict each : verdicts) {
            if (each.isAbout(trackableId, kind)) {
                return each;
            }
        }
        return null;
    }

    private @Nullable Finding told(String kind) {
        for (Finding each : findings) {
            if (each.kind().equals(kind)) {
                return each;
            }
        }
        return null;
    }

    private ZoneVerdict told(ZoneVerdict verdict) {
        seq++;
        events.add(WatchOutput.of(verdict));
        return verdict;
    }

    private ZoneVerdict verdict(Seen person, boolean active, Breach breach) {
        return new ZoneVerdict(
                before.site(),
                before.fenceId(),
                person.trackableId(),
                active,
                breach,
                person.presence(),
                person.evidence(),
                planVersion,
                nowMillis,
                eventMillis,
                seq + 1);
    }

    /** Not told yet. */
    private Finding finding(StaffRule rule, ZoneRule law, Breach breach, @Nullable Finding was) {
        long onset = was == null ? breach.onsetMillis() : Math.min(was.onsetMillis(), breach.onsetMillis());
        List<String> concerned = rule.concerned(staff, law, people, breach);
        List<Finding.Evidence> evidence = new ArrayList<>();
        for (String each : concerned) {
            Seen person = people.getOrDefault(each, staff.lastHolder());
            if (person != null && person.trackableId().equals(each) && evidence.size() < MOST_EVIDENCE) {
                evidence.add(person.evidence());
            }
        }
        return new Finding(
                before.site(),
                rule.kind(),
                "fence",
                before.fenceId(),
                true,
                AlarmCatalogue.get(rule.kind()).level(),
                onset,
                List.of(before.fenceId()),
                concerned,
                number(Presence.CONFIRMED),
                number(Presence.POSSIBLE),
                number(Presence.STALE),
                breach.limit(),
                breach.observed(),
                breach.ruleId(),
                1,
                planVersion,
                evidence,
                "watch",
                nowMillis,
                eventMillis,
                0);
    }

    private Finding ended(Finding was) {
        return Findings.ended(was, planVersion, nowMillis, eventMillis, 0);
    }

    private Finding numbered(Finding f) {
        seq++;
        Finding numbered = Findings.numbered(f, seq);
        events.add(WatchOutput.of(numbered));
        return numbered;
    }

    private int number(Presence presence) {
        return (int) people.values().stream()
                .filter(each -> each.presence() == presence)
                .count();
    }
}
