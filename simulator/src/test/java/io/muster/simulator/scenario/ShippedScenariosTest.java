package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.simulator.day.Members;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
    static java.util.List<String> names() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWithoutFaultAndHasEverybodyIn(String name) throws Exception {
        Scenario scenario = Scenarios.open(name).scenario();
        assertEquals(name, scenario.name());
        assertEquals(scenario.people(), Members.of(scenario, scenario.people()).size());
    }
}
