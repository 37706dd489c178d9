package io.muster.console.measure;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Many users who ask at once, each one thing after the other with a pause between. */
final class Asking {
    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
    private static final int DIGITS = 3;

    private final List<Browser> users;
    private final List<Question> questions;
    private final Duration pause;
    private final long seed;
    private final Map<Question, Histogram> times = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> faults = new ConcurrentHashMap<>();

    Asking(List<Browser> users, List<Question> questions, Duration pause, long seed) {
        this.users = users;
        this.questions = questions;
        this.pause = pause;
        this.seed = seed;
        questions.forEach(each -> times.put(each, new ConcurrentHistogram(LONGEST_MICROS, DIGITS)));
    }

    /** Each question once by one user, not counted: a console that has just started is not what a shift sees. */
    void warmUp() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed - 1);
        for (Question each : questions) {
            users.get(0).get(each.path().of(random));
        }
    }

    void run(Duration time, Consumer<String> progress) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(users.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < users.size(); i++) {
                Browser user = users.get(i);
                SplittableRandom random = new SplittableRandom(seed * 1_000 + i);
                running.add(threads.submit(() -> {
                    ask(user, random, end);
                    return null;
                }));
            }
            while (System.nanoTime() < end) {
                Thread.sleep(Math.max(1, Math.min(1_000, (end - System.nanoTime()) / 1_000_000)));
                progress.accept(asked() + " answers");
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void ask(Browser user, SplittableRandom random, long end) throws InterruptedException {
        Thread.sleep(random.nextLong(pause.toMillis() + 1));
        while (System.nanoTime() < end) {
            Question question = questions.get(random.nextInt(questions.size()));
            long started = System.nanoTime();
            try {
                int status = user.get(question.path().of(random));
                if (status != 200) {
                    fault(question, "answered with " + status);
                }
            } catch (IOException e) {
                fault(question, e.toString());
            }
            of(question).recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - started) / 1_000));
            // Half to one and a half of the pause: people do not ask in step.
            Thread.sleep(pause.toMillis() / 2 + random.nextLong(pause.toMillis() + 1));
        }
    }

    private void fault(Question question, String what) {
        faults.computeIfAbsent(question.name() + ": " + what, key -> new AtomicInteger())
                .incrementAndGet();
    }

    private Histogram of(Question question) {
        return times.getOrDefault(question, new Histogram(DIGITS));
    }

    long asked() {
        return times.values().stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** How often each question was not answered, and how. */
    Map<String, Integer> faults() {
        Map<String, Integer> counts = new TreeMap<>();
        faults.forEach((what, count) -> counts.put(what, count.get()));
        return counts;
    }

    Measured of(Promise promise) {
        Histogram all = new Histogram(LONGEST_MICROS, DIGITS);
        List<Measured.Each> each = new ArrayList<>();
        for (Question question : questions) {
            if (question.kind() == promise) {
                Histogram one = of(question);
                all.add(one);
                each.add(new Measured.Each(question.name(), Measured.Times.of(one)));
            }
        }
        return new Measured(promise, Measured.Times.of(all), each);
    }
}
