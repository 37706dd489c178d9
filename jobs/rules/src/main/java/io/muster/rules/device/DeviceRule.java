package io.muster.rules.device;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.Finding;
import io.muster.rules.device.DeviceFindings.Fact;
import io.muster.rules.device.DeviceFindings.TagEvidence;
import io.muster.rules.identify.StatusReport;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one tag (key: site and tag): its button is pressed, its battery is low (AQ 3064.3 5.1.3), nobody is known to carry it.
 *
 * <p>SOS: from a status that says pressed to one that says released; a status that says nothing of the button changes nothing, and a press that is
 * told again is the same press. Low battery: below one level, until above another. Unknown: from its first fix until somebody is bound to it, or
 * it has been silent for long.
 *
 * <p>What comes in is handed on, for who asks about the person. Forgotten when nothing is told. Numbers begin anew then, at a later moment, which the total order asks first.
 */
public final class DeviceRule implements Rule<DeviceState, TagSeen, DeviceOutput> {
    private static final long serialVersionUID = 1;

    static final String SOS = "sos";
    static final String LOW_BATTERY = "low_battery";
    static final String UNKNOWN_TAG = "unknown_tag";
    private static final String PROVIDER = "provider";

    private final DeviceOptions options;

    public DeviceRule(DeviceOptions options) {
        this.options = options;
    }

    @Override
    public Step<DeviceState, DeviceOutput> onInput(@Nullable DeviceState state, TagSeen in) {
        TagNews news = in.news();
        DeviceState was = state == null ? new DeviceState(null, List.of(), 0) : state;
        DeviceFindings findings = new DeviceFindings(news.site(), "device", news.timeMillis(), was.told(), was.seq());
        Long silent = was.silentMillis();
        StatusReport status = news.status();
        if (status != null) {
            button(in, status, findings);
            battery(in, status, findings);
        } else if (news.kind() == TagNews.Kind.HEARD) {
            silent = null;
            if (news.unknown()) {
                TagSpot spot = news.spot();
                begin(UNKNOWN_TAG, in, spot == null ? news.timeMillis() : spot.fixMillis(), null, null, findings);
            } else {
                end(UNKNOWN_TAG, findings);
            }
        } else if (news.kind() == TagNews.Kind.SILENT) {
            silent = news.timeMillis();
        }
        return step(silent, findings, in);
    }

    @Override
    public Step<DeviceState, DeviceOutput> onWake(DeviceState state, long nowMillis) {
        if (state.told().isEmpty()) {
            return Step.of(null, List.of());
        }
        DeviceFindings findings =
                new DeviceFindings(state.told().get(0).site(), "device", nowMillis, state.told(), state.seq());
        end(UNKNOWN_TAG, findings);
        return step(null, findings, null);
    }

    private void button(TagSeen in, StatusReport status, DeviceFindings findings) {
        if (status.pressed() == null) {
            return;
        }
        if (status.pressed()) {
            begin(SOS, in, status.saidMillis(), null, null, findings);
        } else {
            end(SOS, findings);
        }
    }

    private void battery(TagSeen in, StatusReport status, DeviceFindings findings) {
        Integer percent = status.batteryPercent();
        if (percent == null) {
            return;
        }
        if (percent < options.lowBatteryPercent()) {
            double low = options.lowBatteryPercent();
            begin(LOW_BATTERY, in, status.saidMillis(), low, (double) percent, findings);
        } else if (percent > options.goodBatteryPercent()) {
            end(LOW_BATTERY, findings);
        }
    }

    /** Once for each kind, in whatever way the tag is written. */
    private static void begin(
            String kind,
            TagSeen in,
            long onsetMillis,
            @Nullable Double limit,
            @Nullable Double observed,
            DeviceFindings findings) {
        if (findings.told().stream().noneMatch(each -> each.kind().equals(kind))) {
            findings.begin(fact(kind, in, onsetMillis, limit, observed));
        }
    }

    /** As it was written when it was told: a vendor may write the same address in several ways. */
    private static void end(String kind, DeviceFindings findings) {
        for (Finding each : findings.told()) {
            if (each.kind().equals(kind)) {
                findings.end(kind, each.subjectId());
            }
        }
    }

    private static Fact fact(
            String kind, TagSeen in, long onsetMillis, @Nullable Double limit, @Nullable Double observed) {
        TagNews news = in.news();
        StatusReport status = news.status();
        TagSpot spot = news.spot();
        String providerId = status == null ? news.providerId() : status.providerId();
        return new Fact(
                kind,
                PROVIDER,
                providerId,
                onsetMillis,
                List.of(news.trackableId()),
                in.fenceIds(),
                limit,
                observed,
                in.planVersion(),
                status == null ? news.vendor() : status.vendor(),
                spot == null ? null : new TagEvidence(news.trackableId(), providerId, spot));
    }

    private Step<DeviceState, DeviceOutput> step(@Nullable Long silent, DeviceFindings findings, @Nullable TagSeen in) {
        List<Finding> told = findings.told();
        List<DeviceOutput> events = new ArrayList<>(2);
        findings.events().forEach(each -> events.add(new DeviceOutput(each, null)));
        if (in != null) {
            events.add(new DeviceOutput(null, in));
        }
        if (told.isEmpty()) {
            return Step.of(null, events);
        }
        Long waits = told.stream().anyMatch(each -> each.kind().equals(UNKNOWN_TAG)) ? silent : null;
        return Step.of(
                new DeviceState(waits, told, findings.seq()),
                events,
                waits == null ? null : Long.valueOf(waits + options.unknownForgetMillis()));
    }
}
