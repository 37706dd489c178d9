package io.muster.broker.testing;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Which Kafka the tests of this run talk to. */
public enum KafkaPath {
    /** Testcontainers with the pinned apache/kafka image. */
    DOCKER,
    /** The broker from the jars, as a child process. */
    JAR;

    /** Name of the environment variable that decides. */
    public static final String VARIABLE = "MUSTER_TEST_KAFKA";

    /**
     * The decision, without any side effect of its own.
     *
     * @param wish value of {@link #VARIABLE}: {@code docker}, {@code jar} or {@code auto}; null or blank is {@code auto}
     * @param dockerAnswers asked only for {@code auto}; {@code docker} is taken at its word, so that a missing engine fails loudly
     * @throws IllegalArgumentException for any other wish, in one line
     */
    public static KafkaPath choose(@Nullable String wish, BooleanSupplier dockerAnswers) {
        String word = wish == null || wish.isBlank() ? "auto" : wish.trim().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "docker" -> DOCKER;
            case "jar" -> JAR;
            case "auto" -> dockerAnswers.getAsBoolean() ? DOCKER : JAR;
            default ->
                throw new IllegalArgumentException(VARIABLE + " must be auto, docker or jar, was '" + wish + "'");
        };
    }
}
