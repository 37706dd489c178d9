package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.muster.contract.plan.Plan;
import io.muster.simulator.plant.DemoPlant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Whatever the bytes are: a scenario or its faults, never another exception. */
class HostileScenarioTest {
    private static final Plan PLAN = DemoPlant.plan(DemoPlant.SITE);
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ": ",
            "- ",
            "\n",
            "\t",
            "'",
            "\"",
            "&a ",
            "*a",
            "!!int ",
            "%",
            "#",
            "|",
            ">",
            "---\n",
            "...\n",
            "<<: ",
            "?",
            "\\",
            "\"\\U99999999\"",
            "\"\\x0\"",
            "\uFEFF",
            "\u0000",
            "\u0085",
            "\u2028",
            "-1",
            "999999999999999999999",
            "1e999",
            "0.1",
            "-9223372036854775808",
            "99999999d",
            "100000000000h",
            "23:59",
            "24:00",
            "100000",
            "-5 m",
            "1 %",
            "null",
            "~",
            "crew-0#0",
            "crew-0#99999",
            "#",
            "op#1",
            "unit-02",
            "visitor",
            "evacuation",
            "steps",
            "who: ",
            "for: ");

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void aFileThatWasChangedAnywhere(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder yaml = new StringBuilder(ScenarioWriter.write(RandomScenarios.of(seed % 50)));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int from = random.nextInt(yaml.length());
            int until = Math.min(yaml.length(), from + random.nextInt(12));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            yaml.replace(from, until, random.nextInt(4) == 0 ? "" : piece);
        }
        read(yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
    void aFileMadeOfPieces(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder yaml = new StringBuilder();
        List<String> keys = List.copyOf(ScenarioKeys.parts().values().stream()
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .toList());
        for (int i = random.nextInt(40); i > 0; i--) {
            yaml.append(
                    random.nextBoolean()
                            ? PIECES.get(random.nextInt(PIECES.size()))
                            : keys.get(random.nextInt(keys.size())) + ": ");
        }
        read(yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the parser says of it names the character, which is the end of the line. */
    @Example
    void anEscapeThatEndsWithItsLine() {
        read("name: \"a\\u12\n3\"\n".getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void anyBytes(@ForAll byte[] bytes) {
        read(bytes);
    }

    private static void read(byte[] yaml) {
        try {
            ScenarioReader.read("hostile.yaml", yaml, (scenario, faults) -> PLAN);
        } catch (ScenarioFaults e) {
            assertFalse(e.faults().isEmpty());
            e.faults().forEach(fault -> assertFalse(fault.contains("\n"), fault));
        }
    }
}
