package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.simulator.radio.Fault;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

class ScenarioWriterTest {

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenReadsBackTheSame(@ForAll long seed) throws Exception {
        Scenario scenario = RandomScenarios.of(seed);
        assertEquals(scenario, readBack(scenario));
    }

    @Test
    void aShippedScenarioReadsBackTheSame() throws Exception {
        Scenario scenario = withoutLines(Scenarios.open("day-shift").scenario());
        assertEquals(scenario, readBack(scenario));
    }

    private static Scenario readBack(Scenario scenario) throws ScenarioFaults {
        byte[] yaml = ScenarioWriter.write(scenario).getBytes(StandardCharsets.UTF_8);
        return withoutLines(ScenarioReader.read("written.yaml", yaml));
    }

    /** A file that is written anew has other lines. */
    private static Scenario withoutLines(Scenario read) {
        return new Scenario(
                read.name(),
                read.title(),
                read.plan(),
                read.paths(),
                read.start(),
                read.durationMillis(),
                read.people(),
                read.seed(),
                read.shifts(),
                read.crews().stream().map(ScenarioWriterTest::withoutLine).toList(),
                read.events().stream().map(ScenarioWriterTest::withoutLine).toList(),
                read.radio(),
                read.faults().stream().map(ScenarioWriterTest::withoutLine).toList());
    }

    private static Crew withoutLine(Crew crew) {
        return new Crew(
                crew.id(),
                crew.role(),
                crew.size(),
                crew.share(),
                crew.members(),
                crew.shift(),
                crew.department(),
                crew.personType(),
                crew.post(),
                crew.base(),
                crew.work(),
                crew.workers(),
                crew.rounds(),
                crew.roundEveryMillis(),
                crew.tags(),
                crew.talk(),
                crew.lunch(),
                crew.permit(),
                crew.host(),
                0);
    }

    private static Event withoutLine(Event event) {
        return new Event(
                event.kind(),
                event.atMillis(),
                event.everyMillis(),
                event.forMillis(),
                event.zone(),
                event.place(),
                event.crew(),
                event.who(),
                event.size(),
                event.steps(),
                event.permit(),
                event.muster(),
                event.missing(),
                event.drill(),
                event.gas(),
                event.gate(),
                0);
    }

    private static Fault withoutLine(Fault fault) {
        return new Fault(
                fault.kind(),
                fault.atMillis(),
                fault.forMillis(),
                fault.vendor(),
                fault.zone(),
                fault.who(),
                fault.loss(),
                fault.offsetMillis(),
                fault.driftPpm(),
                0);
    }
}
