package io.muster.launcher;

import io.muster.launcher.kafka.Connection;
import io.muster.launcher.process.BadInput;
import io.muster.launcher.process.Build;
import io.muster.launcher.process.StopSignal;
import io.muster.launcher.replay.LiveReplay;
import io.muster.launcher.terminal.JsonOut;
import io.muster.launcher.terminal.Progress;
import io.muster.launcher.terminal.Terminal;
import io.muster.launcher.terminal.Words;
import io.muster.stream.replay.ReplayFaults;
import io.muster.stream.replay.ReplayOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code replay --kafka}: runs it and says what came of it. */
final class ReplayIntoKafka {
    private final Terminal terminal;
    private final Connection kafka;
    private final boolean json;
    private final ProfileOption profile;
    private final double speed;

    /** @param speed recorded seconds in a second, 0 = as fast as it goes; null = 1 */
    ReplayIntoKafka(Terminal terminal, Connection kafka, boolean json, ProfileOption profile, @Nullable Double speed) {
        this.terminal = terminal;
        this.kafka = kafka;
        this.json = json;
        this.profile = profile;
        this.speed = speed == null ? 1 : speed;
    }

    /** @param options with the replayed site as its site */
    int run(ReplayOptions options) {
        String site = Objects.requireNonNull(options.site());
        StopSignal stop = StopSignal.install();
        long startedAt = System.nanoTime();
        LiveReplay.Outcome outcome;
        try (Progress progress = Progress.of("replay", terminal)) {
            outcome = LiveReplay.run(kafka, site, options, speed, stop, new Listener(progress, site));
        } catch (ReplayFaults e) {
            throw new BadInput(e.faults());
        }
        long wallMillis = (System.nanoTime() - startedAt) / 1_000_000;
        if (json) {
            terminal.out().println(JsonOut.inOrder(object(site, outcome, wallMillis)));
            return Cli.DONE;
        }
        terminal.out()
                .println(Words.counted(outcome.records(), "record", "records")
                        + (outcome.whole() ? "" : " of " + Words.count(outcome.total()) + " (stopped)")
                        + " from " + Instant.ofEpochMilli(outcome.fromMillis()) + " to "
                        + Instant.ofEpochMilli(outcome.toMillis()) + " written to site " + site + ", in "
                        + Words.duration(wallMillis));
        return Cli.DONE;
    }

    /** The job that reads it has to wait as long for stragglers as the last tick says. */
    private String job(String site) {
        Path config = profile.config;
        return "./muster job --kafka " + kafka.bootstrap() + " --sites " + site + " --replay"
                + (profile.profile.equals("aq3064") ? "" : " --profile " + profile.profile)
                + (config == null ? "" : " --config " + config);
    }

    private Map<String, Object> object(String site, LiveReplay.Outcome outcome, long wallMillis) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("command", "replay");
        object.put("revision", Build.revision());
        object.put("site", site);
        object.put("kafka", kafka.bootstrap());
        object.put("records", outcome.records());
        object.put("of", outcome.total());
        object.put("from", Instant.ofEpochMilli(outcome.fromMillis()).toString());
        object.put("to", Instant.ofEpochMilli(outcome.toMillis()).toString());
        object.put("wall_ms", wallMillis);
        object.put("job", job(site));
        return object;
    }

    private final class Listener implements LiveReplay.Listener {
        private final Progress progress;
        private final String site;

        Listener(Progress progress, String site) {
            this.progress = progress;
            this.site = site;
        }

        @Override
        public void looking(long lines, long arrivalMillis) {
            progress.update(lines, 0, "lines looked at, up to " + Instant.ofEpochMilli(arrivalMillis));
        }

        @Override
        public void ready(int topics) {
            progress.close();
            terminal.err()
                    .println("Site " + site + " is there, with " + topics + " topics. To read it, now or later:\n  "
                            + job(site) + "\n  ./muster tail alarms --kafka " + kafka.bootstrap() + " --site " + site
                            + " --from-beginning");
        }

        @Override
        public void wrote(long records, long total, long arrivalMillis) {
            progress.update(
                    records, total, Words.count(records) + " records, up to " + Instant.ofEpochMilli(arrivalMillis));
        }
    }
}
