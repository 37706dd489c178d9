package io.muster.simulator.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.simulator.Site;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.scenario.Scenarios.Opened;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
    static List<String> names() {
        return Scenarios.shipped();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWithoutFaultAndEveryEventCanBePlayedWithEverybodyIn(String name) throws Exception {
        Opened opened = Scenarios.open(name);
        Scenario scenario = opened.scenario();
        assertEquals(name, scenario.name());
        Site site = Site.of(opened, "shipped", scenario.seed(), scenario.people());
        assertEquals(scenario.people(), site.people().size());
    }

    @Test
    void everythingHasEveryKindOfEventOnce() throws Exception {
        List<EventKind> kinds = Scenarios.open("everything").scenario().events().stream()
                .map(Event::kind)
                .sorted()
                .toList();
        assertEquals(Arrays.asList(EventKind.values()), kinds);
    }

    @Test
    void theDayShiftHasEveryKindOfEventAndMostOfThemAreOvercrowdedZonesAndGatherings() throws Exception {
        List<Event> events = Scenarios.open("day-shift").scenario().events();
        assertEquals(
                EnumSet.allOf(EventKind.class), events.stream().map(Event::kind).collect(Collectors.toSet()));
        assertEquals(
                List.of(22L, 20L), List.of(count(events, EventKind.OVER_CAPACITY), count(events, EventKind.GATHERING)));
    }

    @Test
    void faultsHasEveryFaultOnce() throws Exception {
        List<Fault> faults = Scenarios.open("faults").scenario().faults();
        Set<FaultKind> kinds = faults.stream().map(Fault::kind).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(FaultKind.class), kinds);
        assertEquals(kinds.size(), faults.size());
    }

    private static long count(List<Event> events, EventKind kind) {
        return events.stream().filter(event -> event.kind() == kind).count();
    }
}
