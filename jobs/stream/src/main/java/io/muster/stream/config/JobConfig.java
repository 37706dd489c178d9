package io.muster.stream.config;

import io.muster.rules.alarm.AlarmOptions;
import io.muster.rules.device.DeviceOptions;
import io.muster.rules.estimate.EstimateOptions;
import io.muster.rules.fence.FenceOptions;
import io.muster.rules.fuse.FuseOptions;
import io.muster.rules.gathering.GatheringOptions;
import io.muster.rules.identify.ClockOptions;
import io.muster.rules.identify.TagOptions;
import io.muster.rules.occupancy.OccupancyOptions;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.risk.RiskOptions;
import io.muster.rules.sample.SampleOptions;
import io.muster.rules.watch.WatchOptions;
import io.muster.rules.window.WindowOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job does with its input. A profile gives every value; a config file replaces single ones.
 *
 * @param profile {@code aq3064} (default), {@code henan2024} or {@code raw}
 * @param settleMillis how long people are waited for before they are put in order, ms
 * @param sampling how often people are sampled at most
 * @param cycleMillis the gathering model and the windows are computed each, ms
 * @param limits what the law allows at most
 * @param rules what a plan may set otherwise
 */
public record JobConfig(
        String profile,
        long settleMillis,
        SampleOptions sampling,
        long cycleMillis,
        LegalLimits limits,
        ClockOptions clock,
        FuseOptions fuse,
        PlaceOptions place,
        FenceOptions fences,
        OccupancyOptions occupancy,
        WindowOptions window,
        GatheringOptions gathering,
        RiskOptions risk,
        AlarmOptions alarm,
        WatchOptions watch,
        TagOptions tags,
        DeviceOptions device,
        RuleBook rules) {

    public static final List<String> PROFILES = List.of("aq3064", "henan2024", "raw");

    /**
     * @param file null = the profile as it is
     * @throws ConfigFaults with all faults together, one line each
     */
    public static JobConfig load(String profile, @Nullable Path file) throws ConfigFaults {
        if (!PROFILES.contains(profile)) {
            throw new ConfigFaults(
                    List.of("no profile '" + profile + "'; expected one of " + String.join(", ", PROFILES)));
        }
        Settings settings = new Settings();
        try {
            readProfile(settings, "common");
            readProfile(settings, profile);
            if (file != null) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    settings.read(file.toString(), reader);
                }
            }
        } catch (IOException e) {
            throw new ConfigFaults(List.of(file + ": cannot be read: " + e.getMessage()));
        }
        return checked(profile, settings);
    }

    /** @throws ConfigFaults with all faults together */
    static JobConfig checked(String profile, Settings settings) throws ConfigFaults {
        JobConfig config = null;
        List<String> ofOptions = List.of();
        try {
            config = from(profile, settings);
        } catch (IllegalArgumentException e) {
            ofOptions = List.of(String.valueOf(e.getMessage()).split("; "));
        }
        List<String> faults = new ArrayList<>(config == null ? settings.faultsSoFar() : settings.faults());
        faults.addAll(ofOptions);
        if (faults.isEmpty() && config != null) {
            faults.addAll(config.contradictions());
        }
        if (config == null || !faults.isEmpty()) {
            throw new ConfigFaults(faults);
        }
        return config;
    }

    private static JobConfig from(String profile, Settings s) {
        boolean raw = profile.equals("raw");
        long cycle = s.millis("compute_cycle", 100);
        return new JobConfig(
                profile,
                s.millis("settle", 0),
                new SampleOptions(s.millis("sampling.interval", 1)),
                cycle,
                new LegalLimits(
                        s.millis("limits.sampling", 1), s.millis("limits.delay", 1), s.millis("limits.cycle", 1)),
                new ClockOptions(
                        s.millis("clock.late_after", 0),
                        s.millis("clock.ahead", 0),
                        s.millis("clock.behind", 0),
                        s.count("clock.behind_count", 1)),
                fuse(raw, s),
                PlaceSettings.of(raw, s),
                PlaceSettings.fences(raw, s),
                new OccupancyOptions(s.millis("occupancy.report", 100)),
                new WindowOptions(cycle),
                GatheringSettings.of(cycle, raw, s),
                GatheringSettings.risk(s),
                AlarmSettings.of(s),
                WatchSettings.of(s),
                DeviceSettings.tags(s),
                DeviceSettings.of(s),
                new RuleBook(profile, s.texts()));
    }

    private static FuseOptions fuse(boolean raw, Settings s) {
        return new FuseOptions(
                !raw,
                s.millis("fuse.ble_after", 0),
                s.metresPerSecond("fuse.speed_gate"),
                !raw,
                s.count("fuse.floor_confirm_count", 1),
                !raw,
                raw ? null : EstimateOptions.standard());
    }

    private List<String> contradictions() {
        List<String> faults = new ArrayList<>();
        if (cycleMillis > limits.cycleMillis()) {
            faults.add("compute_cycle must not be longer than limits.cycle (" + limits.cycleMillis() + " ms), was "
                    + cycleMillis + " ms");
        }
        if (settleMillis >= limits.delayMillis()) {
            faults.add("settle must be shorter than limits.delay (" + limits.delayMillis() + " ms), was " + settleMillis
                    + " ms");
        }
        if (sampling.minIntervalMillis() > limits.samplingMillis()) {
            faults.add("sampling.interval must not be longer than limits.sampling (" + limits.samplingMillis()
                    + " ms), was " + sampling.minIntervalMillis() + " ms");
        }
        return faults;
    }

    private static void readProfile(Settings settings, String name) throws IOException {
        String resource = "profile-" + name + ".yaml";
        try (InputStream in = JobConfig.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            settings.read("profile " + name, new InputStreamReader(in, StandardCharsets.UTF_8));
        }
    }
}
