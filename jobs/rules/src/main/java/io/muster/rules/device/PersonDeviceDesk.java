package io.muster.rules.device;

import io.muster.rules.Step;
import io.muster.rules.alarm.Finding;
import io.muster.rules.context.GatePass;
import io.muster.rules.context.Notice;
import io.muster.rules.device.DeviceFindings.Fact;
import io.muster.rules.device.DeviceFindings.TagEvidence;
import io.muster.rules.identify.StatusReport;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import io.muster.rules.person.PersonNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One call of {@link PersonDeviceRule}. */
final class PersonDeviceDesk {
    static final String FALL = "fall";
    static final String TERMINAL_OFFLINE = "terminal_offline";
    static final String NOT_WEARING = "not_wearing";
    static final String SPOOF = "spoof_suspected";
    private static final String STAGE = "device-person";
    private static final String TRACKABLE = "trackable";
    /** Behind a gate a tag may be heard for a little while. */
    private static final long BEHIND_GATE_MILLIS = 60_000;

    private static final double WALKED_METRES_PER_SECOND = 3;

    private final DeviceOptions options;
    private final String site;
    private final String trackableId;
    private final long timeMillis;
    private final TreeMap<String, CarriedTag> tags = new TreeMap<>();
    private final DeviceFindings findings;
    private final List<PersonOutput> notices = new ArrayList<>(1);
    private @Nullable Long passedIn;
    private @Nullable Long passedOut;

    PersonDeviceDesk(
            DeviceOptions options,
            @Nullable PersonDeviceState state,
            String site,
            String trackableId,
            long timeMillis) {
        this.options = options;
        this.site = site;
        this.trackableId = trackableId;
        this.timeMillis = timeMillis;
        if (state == null) {
            this.findings = new DeviceFindings(site, STAGE, timeMillis, List.of(), 0);
        } else {
            this.findings = new DeviceFindings(site, STAGE, timeMillis, state.told(), state.seq());
            state.tags().forEach(each -> tags.put(each.key(), each));
            this.passedIn = state.passedInMillis();
            this.passedOut = state.passedOutMillis();
        }
    }

    void tag(TagSeen in) {
        TagNews news = in.news();
        CarriedTag tag = tags.get(news.providerKey());
        if (tag == null) {
            tag = new CarriedTag(news.providerKey(), news.providerId(), news.vendor(), false, null, false, List.of());
        }
        switch (news.kind()) {
            case HEARD -> {
                tag = tag.withLive(true);
                findings.end(TERMINAL_OFFLINE, tag.providerId());
                findings.end(NOT_WEARING, trackableId);
            }
            case SILENT -> {
                tag = tag.withLive(false);
                silent(tag, in);
            }
            case GONE -> {
                tag = tag.withLive(false);
                findings.end(TERMINAL_OFFLINE, tag.providerId());
                tag = tag.withMotion(null, false);
            }
            case JUMPED -> tag = jumped(tag, in);
            case STATUS -> tag = said(tag, news.status());
            case SETTLED, CLOCK_WRONG, CLOCK_RIGHT -> {
                // Of swaps, and of the vendor.
            }
        }
        tags.put(tag.key(), tag);
        spoof(in);
        fall(in);
    }

    void notice(Notice notice) {
        GatePass pass = notice.gatePass();
        if (pass == null) {
            gone();
            tell(
                    PersonNotice.Kind.RELEASED,
                    null,
                    notice.command() == null ? null : notice.command().by(),
                    notice.eventMillis(),
                    notice.origin(),
                    notice.partition(),
                    notice.offset());
            return;
        }
        if (pass.in()) {
            passedIn = timeMillis;
            passedOut = null;
        } else {
            gone();
            passedOut = timeMillis;
        }
        tell(
                pass.in() ? PersonNotice.Kind.PASSED_IN : PersonNotice.Kind.PASSED_OUT,
                pass.gateFenceId(),
                null,
                notice.eventMillis(),
                notice.origin(),
                notice.partition(),
                notice.offset());
    }

    /** The person is not there any more: nobody is waited for. */
    private void gone() {
        passedIn = null;
        findings.end(NOT_WEARING, trackableId);
        tags.values().forEach(each -> findings.end(TERMINAL_OFFLINE, each.providerId()));
    }

    /** A moment that was waited for. */
    void look() {
        Long in = passedIn;
        if (in != null && timeMillis >= in + options.noTagMillis()) {
            passedIn = null;
            if (tags.values().stream().noneMatch(CarriedTag::live)) {
                findings.begin(new Fact(
                        NOT_WEARING,
                        TRACKABLE,
                        trackableId,
                        in,
                        List.of(trackableId),
                        List.of(),
                        null,
                        null,
                        options.planVersion(),
                        tags.isEmpty() ? null : tags.firstEntry().getValue().vendor(),
                        null));
            }
        }
        for (Finding each : findings.told()) {
            if (timeMillis >= endsAt(each)) {
                findings.end(each.kind(), each.subjectId());
                if (each.kind().equals(SPOOF)) {
                    tags.replaceAll((key, tag) -> tag.withJumps(List.of()));
                }
            }
        }
    }

    Step<PersonDeviceState, PersonOutput> step() {
        List<PersonOutput> events = new ArrayList<>(notices);
        findings.events().forEach(each -> events.add(new PersonOutput(each, null)));
        List<Finding> told = findings.told();
        tags.values()
                .removeIf(tag -> !tag.live() && !tag.fallen() && told.stream().noneMatch(each -> isOf(each, tag)));
        boolean isOver = tags.isEmpty() && told.isEmpty() && passedIn == null;
        if (isOver) {
            return Step.of(null, events);
        }
        long wake = passedIn == null ? Long.MAX_VALUE : passedIn + options.noTagMillis();
        for (Finding each : told) {
            wake = Math.min(wake, endsAt(each));
        }
        return Step.of(
                new PersonDeviceState(
                        site, trackableId, List.copyOf(tags.values()), passedIn, passedOut, told, findings.seq()),
                events,
                wake == Long.MAX_VALUE ? null : Long.valueOf(wake));
    }

    private static boolean isOf(Finding finding, CarriedTag tag) {
        return finding.kind().equals(TERMINAL_OFFLINE) && finding.subjectId().equals(tag.providerId());
    }

    /** When it ends by itself. */
    private long endsAt(Finding finding) {
        return switch (finding.kind()) {
            case TERMINAL_OFFLINE, NOT_WEARING -> finding.timeMillis() + options.offlineForgetMillis();
            case SPOOF -> lastJump() + options.forgedQuietMillis();
            default -> Long.MAX_VALUE;
        };
    }

    private long lastJump() {
        long last = 0;
        for (CarriedTag each : tags.values()) {
            for (long jump : each.jumps()) {
                last = Math.max(last, jump);
            }
        }
        return last;
    }

    private void silent(CarriedTag tag, TagSeen in) {
        TagSpot spot = in.news().spot();
        if (spot == null || !in.watched() || in.news().unknown()) {
            return;
        }
        Long out = passedOut;
        // Heard until so long after the pass: the silence is that of somebody who went out.
        if (out != null && spot.fixMillis() <= out + BEHIND_GATE_MILLIS) {
            return;
        }
        findings.begin(new Fact(
                TERMINAL_OFFLINE,
                "provider",
                tag.providerId(),
                spot.fixMillis(),
                List.of(trackableId),
                in.fenceIds(),
                null,
                null,
                in.planVersion(),
                tag.vendor(),
                new TagEvidence(trackableId, tag.providerId(), spot)));
    }

    private CarriedTag jumped(CarriedTag tag, TagSeen in) {
        TagSpot now = in.news().spot();
        TagSpot before = in.news().before();
        if (now == null || before == null) {
            return tag;
        }
        double seconds = (now.fixMillis() - before.fixMillis()) / 1000.0;
        if (before.distanceTo(now) <= options.forgedMetres() + WALKED_METRES_PER_SECOND * seconds) {
            return tag;
        }
        List<Long> jumps = new ArrayList<>();
        for (long each : tag.jumps()) {
            if (each > timeMillis - options.forgedWithinMillis()) {
                jumps.add(each);
            }
        }
        jumps.add(timeMillis);
        while (jumps.size() > options.forgedJumps()) {
            jumps.remove(0);
        }
        return tag.withJumps(List.copyOf(jumps));
    }

    private void spoof(TagSeen in) {
        TagNews news = in.news();
        boolean isHeld = findings.holds(SPOOF, trackableId);
        boolean isForged = tags.values().stream()
                .anyMatch(each -> each.jumps().size() >= options.forgedJumps()
                        || (isHeld && !each.jumps().isEmpty()));
        TagSpot spot = news.spot();
        if (isForged && !isHeld && spot != null) {
            findings.begin(new Fact(
                    SPOOF,
                    TRACKABLE,
                    trackableId,
                    tags.getOrDefault(news.providerKey(), tags.firstEntry().getValue())
                            .jumps()
                            .get(0),
                    List.of(trackableId),
                    in.fenceIds(),
                    options.forgedMetres(),
                    null,
                    in.planVersion(),
                    news.vendor(),
                    new TagEvidence(trackableId, news.providerId(), spot)));
        } else if (isHeld && !isForged) {
            findings.end(SPOOF, trackableId);
        }
    }

    private CarriedTag said(CarriedTag tag, @Nullable StatusReport status) {
        if (status == null) {
            return tag;
        }
        Boolean still = status.still() == null ? tag.still() : status.still();
        boolean fallen = status.fall() == null ? tag.fallen() : status.fall();
        CarriedTag now = tag.withMotion(still, fallen);
        if (status.still() != null) {
            boolean moves = !status.still()
                    || tags.values().stream()
                            .anyMatch(each ->
                                    !each.key().equals(tag.key()) && each.live() && Boolean.FALSE.equals(each.still()));
            tell(
                    moves ? PersonNotice.Kind.MOVING : PersonNotice.Kind.STILL,
                    null,
                    null,
                    status.saidMillis(),
                    status.origin(),
                    status.partition(),
                    status.offset());
        }
        return now;
    }

    private void fall(TagSeen in) {
        boolean fallen = tags.values().stream().anyMatch(CarriedTag::fallen);
        StatusReport status = in.news().status();
        TagSpot spot = in.news().spot();
        if (!fallen) {
            findings.end(FALL, trackableId);
        } else if (status != null) {
            findings.begin(new Fact(
                    FALL,
                    TRACKABLE,
                    trackableId,
                    status.saidMillis(),
                    List.of(trackableId),
                    in.fenceIds(),
                    null,
                    null,
                    in.planVersion(),
                    in.news().vendor(),
                    spot == null ? null : new TagEvidence(trackableId, in.news().providerId(), spot)));
        }
    }

    private void tell(
            PersonNotice.Kind kind,
            @Nullable String fenceId,
            @Nullable String by,
            long eventMillis,
            String origin,
            int partition,
            long offset) {
        notices.add(new PersonOutput(
                null,
                new PersonNotice(
                        site, trackableId, kind, fenceId, by, timeMillis, eventMillis, origin, partition, offset)));
    }
}
