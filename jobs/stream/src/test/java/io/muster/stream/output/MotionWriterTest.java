package io.muster.stream.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.rules.identify.Technology;
import io.muster.rules.identify.Who;
import io.muster.rules.sample.Sample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written by hand is what the contract's codec writes. */
class MotionWriterTest {
    private static final long SEED = 20261124;
    private static final List<String> TEXTS =
            List.of("", "a", "生产一部", "back\\slash \"quoted\"\n\u0001\u007f", "😀 fi\u2028", "A4:C1:38", "null");
    private static final List<Technology> TECHNOLOGIES = List.of(Technology.values());
    private static final double[] NUMBERS = {
        0,
        -0.0,
        0.5,
        1,
        -1,
        0.001,
        0.0004,
        -0.001,
        0.1 + 0.2,
        1e7,
        9_999_999.999,
        12_345_678.5,
        1e-9,
        1e22,
        452.171,
        1.0 / 3
    };
    private static final long[] TIMES = {
        0,
        -1,
        1_782_892_800_123L,
        -62_167_219_200_000L,
        -62_167_219_200_001L,
        253_402_300_799_999L,
        253_402_300_800_000L
    };

    @Test
    void bytesAreThoseOfTheCodec() {
        Random random = new Random(SEED);
        MotionWriter writer = new MotionWriter();
        for (int run = 0; run < 20_000; run++) {
            Sample sample = sample(random);
            assertEquals(told(Motions.of(sample)), told(writer.write(sample)), () -> "seed " + SEED + ": " + sample);
        }
    }

    private static Sample sample(Random random) {
        return new Sample(
                text(random),
                text(random),
                Who.of(random.nextBoolean() ? null : text(random), text(random)),
                text(random),
                TECHNOLOGIES.get(random.nextInt(TECHNOLOGIES.size())),
                number(random),
                number(random),
                number(random),
                random.nextInt(3) == 0 ? null : number(random),
                0,
                number(random),
                null,
                false,
                false,
                random.nextBoolean() ? List.of() : List.of(text(random), text(random)),
                text(random),
                random.nextLong(),
                random.nextInt(4) == 0 ? TIMES[random.nextInt(TIMES.length)] : 1_782_892_800_000L + random.nextInt(),
                random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextInt(100_000));
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static double number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 1 -> random.nextInt(2_000_000) / 1000.0 - 1000;
            default -> random.nextGaussian() * 1e4;
        };
    }

    private static String told(OutputRecord record) {
        byte @Nullable [] value = record.value();
        return record.site() + " " + record.topic() + " " + record.key() + " " + record.headers() + " "
                + record.timeMillis() + " " + record.seq() + " "
                + (value == null ? "nothing" : new String(value, StandardCharsets.UTF_8));
    }
}
