package io.muster.rules.device;

import io.muster.rules.Rule;
import io.muster.rules.Step;
import io.muster.rules.alarm.Finding;
import io.muster.rules.device.DeviceFindings.Fact;
import io.muster.rules.identify.FeedHeard;
import io.muster.rules.identify.TagNews;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a vendor as a whole (key: site and vendor).
 *
 * <ul>
 *   <li>VENDOR_FEED_SILENT: nothing of it for a while, though several of its tags were heard just before. Ends with its next record.
 *   <li>CLOCK_FAULT: several of its tags, or all that are heard, have a clock at fault. Ends when they are fewer.
 * </ul>
 *
 * <p>That something came is told once in a span ({@link FeedHeard}), so silence counts from the end of the span.
 */
public final class VendorRule implements Rule<VendorState, VendorInput, Finding> {
    private static final long serialVersionUID = 1;

    static final String FEED_SILENT = "vendor_feed_silent";
    static final String CLOCK_FAULT = "clock_fault";
    private static final String STAGE = "device-vendor";
    private static final String VENDOR = "vendor";

    private final DeviceOptions options;

    public VendorRule(DeviceOptions options) {
        this.options = options;
    }

    @Override
    public Step<VendorState, Finding> onInput(@Nullable VendorState state, VendorInput in) {
        VendorState was = state == null
                ? new VendorState(in.site(), in.vendor(), null, List.of(), List.of(), List.of(), 0, Map.of())
                : state;
        DeviceFindings findings = new DeviceFindings(was.site(), STAGE, in.timeMillis(), was.told(), was.seq());
        TagNews tag = in.tag();
        if (tag == null) {
            findings.end(FEED_SILENT, was.vendor());
            Long heard = was.heardMillis();
            long newest = heard == null ? in.timeMillis() : Math.max(heard, in.timeMillis());
            return step(was, newest, was.live(), was.wrong(), findings, was.carriers(), in.timeMillis());
        }
        List<String> live = changed(
                was.live(), tag.providerKey(), tag.kind() == TagNews.Kind.HEARD, tag.kind() == TagNews.Kind.SILENT);
        List<String> wrong = changed(
                was.wrong(),
                tag.providerKey(),
                tag.kind() == TagNews.Kind.CLOCK_WRONG,
                tag.kind() == TagNews.Kind.CLOCK_RIGHT);
        boolean isWrong = !wrong.isEmpty() && wrong.size() >= Math.min(options.clockTags(), Math.max(1, live.size()));
        if (isWrong) {
            findings.begin(
                    fact(CLOCK_FAULT, was, in.timeMillis(), (double) options.clockTags(), (double) wrong.size()));
        } else {
            findings.end(CLOCK_FAULT, was.vendor());
        }
        return step(was, was.heardMillis(), live, wrong, findings, carriers(was.carriers(), tag), in.timeMillis());
    }

    @Override
    public Step<VendorState, Finding> onWake(VendorState state, long nowMillis) {
        DeviceFindings findings = new DeviceFindings(state.site(), STAGE, nowMillis, state.told(), state.seq());
        Long heard = state.heardMillis();
        if (heard != null && nowMillis >= silentFrom(heard) && state.live().size() >= options.feedTags()) {
            findings.begin(fact(FEED_SILENT, state, heard, options.feedSilentMillis() / 1000.0, (double)
                    state.live().size()));
        }
        return Step.of(
                new VendorState(
                        state.site(),
                        state.vendor(),
                        heard,
                        state.live(),
                        state.wrong(),
                        findings.told(),
                        findings.seq(),
                        state.carriers()),
                findings.events());
    }

    private Step<VendorState, Finding> step(
            VendorState was,
            @Nullable Long heard,
            List<String> live,
            List<String> wrong,
            DeviceFindings findings,
            Map<String, String> carriers,
            long nowMillis) {
        VendorState next = new VendorState(
                was.site(), was.vendor(), heard, live, wrong, findings.told(), findings.seq(), carriers);
        if (heard == null || findings.holds(FEED_SILENT, was.vendor())) {
            return Step.of(next, findings.events());
        }
        // A silence that was looked at, and was none for want of tags, is not looked at again because tags come back.
        long wake = silentFrom(heard);
        return Step.of(next, findings.events(), wake < nowMillis ? null : Long.valueOf(wake));
    }

    private long silentFrom(long heardMillis) {
        long span = Math.floorDiv(heardMillis, FeedHeard.SPAN_MILLIS) + 1;
        return span * FeedHeard.SPAN_MILLIS + options.feedSilentMillis();
    }

    private Fact fact(
            String kind, VendorState state, long onsetMillis, @Nullable Double limit, @Nullable Double observed) {
        return new Fact(
                kind,
                VENDOR,
                state.vendor(),
                onsetMillis,
                kind.equals(FEED_SILENT)
                        ? List.copyOf(new TreeSet<>(state.carriers().values()))
                        : List.of(),
                List.of(),
                limit,
                observed,
                options.planVersion(),
                state.vendor(),
                null);
    }

    /** Who is not seen any more when the vendor falls silent. */
    private static Map<String, String> carriers(Map<String, String> carriers, TagNews tag) {
        boolean isHeard = tag.kind() == TagNews.Kind.HEARD;
        if (!isHeard && tag.kind() != TagNews.Kind.SILENT) {
            return carriers;
        }
        Map<String, String> now = new HashMap<>(carriers);
        if (isHeard) {
            now.put(tag.providerKey(), tag.trackableId());
        } else {
            now.remove(tag.providerKey());
        }
        return Map.copyOf(now);
    }

    private static List<String> changed(List<String> keys, String key, boolean add, boolean remove) {
        if (!add && !remove) {
            return keys;
        }
        TreeSet<String> all = new TreeSet<>(keys);
        boolean isChanged = add ? all.add(key) : all.remove(key);
        return isChanged ? List.copyOf(all) : keys;
    }
}
