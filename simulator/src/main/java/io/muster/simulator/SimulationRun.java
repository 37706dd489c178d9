package io.muster.simulator;

import io.muster.simulator.sink.Sink;
import io.muster.simulator.truth.ShiftTruth;
import io.muster.simulator.truth.Truth;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A simulation under way. Safe for several threads. */
public final class SimulationRun implements AutoCloseable {
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Simulation simulation;
    private final Sink sink;
    private final Consumer<SimulationProgress> progress;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private final Object truthLock = new Object();
    private final long startNanos = System.nanoTime();
    private volatile boolean stopping;
    private volatile long simulatedMillis;
    private volatile long messages;
    private volatile @Nullable Throwable failure;
    private final Map<Site, ShiftTruth> truths = new HashMap<>();
    private final Map<Site, Long> knownUntil = new HashMap<>();

    SimulationRun(Simulation simulation, Sink sink, Consumer<SimulationProgress> progress) {
        this.simulation = simulation;
        this.sink = sink;
        this.progress = progress;
        this.thread = new Thread(
                this::run, "muster-simulation-" + simulation.options().site());
        this.thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    public Simulation simulation() {
        return simulation;
    }

    /** Simulated time done since the start, ms: everything emitted before it has gone to the sink. */
    public long simulatedMillis() {
        return simulatedMillis;
    }

    /** Messages handed to the sink, the plan and the people included. */
    public long messages() {
        return messages;
    }

    public boolean isRunning() {
        return ended.getCount() > 0;
    }

    /** What ended the run before its time (a sink that failed); null if nothing did. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** @return false if the run is still under way after the timeout */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return ended.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Ends the run after the message under way, closes the sink and returns when that is done; a second call only waits. */
    public void stop() {
        stopping = true;
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** The truth of the first site until now: until {@link #simulatedMillis()}. */
    public Truth truth() {
        return truth(simulatedMillis);
    }

    /** As {@link #truth(Site, long)}, of the first site. */
    public Truth truth(long untilMillis) {
        return truth(simulation.site(), untilMillis);
    }

    /**
     * Everything that began before {@code untilMillis} of simulated time, as if the run ended there: what comes due later is tolerated. May lie in the future.
     */
    public Truth truth(Site site, long untilMillis) {
        synchronized (truthLock) {
            ShiftTruth known = truths.get(site);
            Long until = knownUntil.put(site, untilMillis);
            if (known == null || until == null || untilMillis < until) {
                known = site.truth();
                truths.put(site, known);
            }
            return known.truth(untilMillis, simulation.options().startMillis());
        }
    }

    private void run() {
        try {
            drive();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } finally {
            try {
                sink.close();
            } catch (IOException | RuntimeException e) {
                if (failure == null) {
                    failure = e;
                }
            }
            report();
            ended.countDown();
        }
    }

    private void drive() throws IOException {
        SimulationOptions options = simulation.options();
        long count = 0;
        for (SiteMessage message : simulation.announcement()) {
            sink.send(message.site(), message.message());
            messages = ++count;
        }
        Pacer pacer = new Pacer(options.speed());
        long nextReport = System.nanoTime() + PROGRESS_NANOS;
        Iterator<SiteMessage> traffic = simulation.traffic();
        while (!stopping && traffic.hasNext()) {
            SiteMessage message = traffic.next();
            long at = message.message().emissionMillis() - options.startMillis();
            while (!pacer.awaitDue(at)) {
                if (stopping) {
                    return;
                }
            }
            sink.send(message.site(), message.message());
            simulatedMillis = at;
            messages = ++count;
            if ((count & 63) == 0 && System.nanoTime() >= nextReport) {
                report();
                nextReport = System.nanoTime() + PROGRESS_NANOS;
            }
        }
        Long duration = options.durationMillis();
        if (!stopping && duration != null) {
            simulatedMillis = duration;
        }
    }

    private void report() {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        progress.accept(new SimulationProgress(
                simulatedMillis, simulation.options().durationMillis(), messages, messages / Math.max(seconds, 1e-9)));
    }
}
