package io.muster.simulator.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.codec.Ids;
import io.muster.simulator.movement.Place;
import io.muster.simulator.movement.Timeline;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.Fault;
import io.muster.simulator.radio.FaultKind;
import io.muster.simulator.radio.Interval;
import io.muster.simulator.radio.Vendors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is wrong with tags and vendors is an alarm of its own, by construction. */
class FaultTruthTest {
    private static final String HAZARD = "\"role\": \"hazard\", \"limit\": 9, \"legal_basis\": \"PF-4b\"";

    private static Yard yard() {
        return new Yard()
                .box("area", 0, 0, 400, 400, "\"role\": \"production\"")
                .box("unit", 0, 0, 60, 60, HAZARD)
                .box("store", 300, 300, 40, 40, "\"role\": \"production\"");
    }

    private static Fault fault(FaultKind kind, long at, @Nullable Long lasts, @Nullable String vendor, String... who) {
        return new Fault(kind, at, lasts, vendor, null, List.of(who), 0, 0, 0, 1);
    }

    @Test
    void aTagThatDiesInAHazardIsNearlyEmptyThenOfflineAndItsPersonLost() {
        Yard yard = yard().standing(30, 30).standing(200, 200);
        yard.faults = List.of(
                fault(FaultKind.TAG_DEATH, 700_000, null, null, "person#1"),
                fault(FaultKind.TAG_DEATH, 800_000, null, null, "person#2"));
        assertEquals(
                List.of(
                        "low_battery tag-0 100000 due 225000 end - p0",
                        "low_battery tag-1 200000 due 325000 end - p1",
                        "terminal_offline tag-0 700000 due 735000 end - p0",
                        "tag_lost_in_hazard p0 700000 due 735000 end - p0",
                        "terminal_offline tag-1 800000 due 835000 end - p1"),
                yard.truths(900_000));
    }

    @Test
    void whoeverGoesHomeIsNotOffline() {
        Yard yard = yard().person(Timeline.from(Place.ground(30, 30), 0)
                .standUntil(300_000)
                .absentUntil(900_000)
                .build());
        yard.faults = List.of(fault(FaultKind.TAG_DEATH, 400_000, null, null, "person#1"));
        assertEquals(
                List.of("low_battery tag-0 0 due 165000 end - p0"),
                yard.truths(900_000).stream()
                        .map(line -> line.replaceFirst("end \\d+", "end -"))
                        .toList());
    }

    @Test
    void aTagThatNobodyHasIsUnknownAndAPersonOfItsOwn() {
        Yard yard = yard().box("pit", 0, 0, 60, 60, "\"role\": \"forbidden\"").standing(30, 30);
        yard.faults = List.of(fault(FaultKind.UNBOUND_TAG, 0, null, null, "person#1"));
        yard.doubts = (person, from, until) -> List.of(new Interval(from, until));
        String unknown = Ids.uuid5("yard", "provider", "tag-0");
        assertEquals(List.of("unknown_tag tag-0 0 due 10000 end - " + unknown), yard.truths(600_000));
        assertEquals(
                List.of("boundary " + unknown + " 0 due 5000 end - " + unknown + " tolerated"),
                yard.alarms(600_000).stream()
                        .filter(line -> line.startsWith("boundary"))
                        .toList());
    }

    @Test
    void tagsThatChangePlacesAreSuspectedAboutBothAndNotIfTheyLieTogether() {
        Yard yard = yard().standing(100, 100).standing(200, 200).standing(110, 100);
        yard.faults = List.of(
                fault(FaultKind.TAG_SWAP, 100_000, 200_000L, null, "person#1", "person#2"),
                fault(FaultKind.TAG_SWAP, 500_000, 200_000L, null, "person#1", "person#3"));
        assertEquals(
                List.of(
                        "tag_swap_suspected p0 100000 due 115000 end 300000 p0",
                        "tag_swap_suspected p1 100000 due 115000 end 300000 p1"),
                yard.truths(900_000));
    }

    @Test
    void ofTagsThatAreChangedBackSideBySideTheSuspicionMayStand() {
        Yard yard = yard().standing(100, 100)
                .person(Yard.there(Place.ground(200, 100), Place.ground(110, 100), 200_000, 800_000));
        yard.faults = List.of(fault(FaultKind.TAG_SWAP, 100_000, 200_000L, null, "person#1", "person#2"));
        assertEquals(
                List.of(
                        "tag_swap_suspected p0 100000 due 115000 end 300000 p0",
                        "tag_swap_suspected p0 100000 due 105000 end - p0 tolerated",
                        "tag_swap_suspected p1 100000 due 115000 end 300000 p1",
                        "tag_swap_suspected p1 100000 due 105000 end - p1 tolerated"),
                yard.alarms(900_000).stream()
                        .filter(line -> line.startsWith("tag_swap"))
                        .toList());
    }

    @Test
    void forgedPositionsAreSuspectedWhereTheyAreFarFromTheTrueOnes() {
        Yard yard = yard().standing(100, 100).standing(290, 310);
        yard.faults = List.of(
                new Fault(FaultKind.SPOOF, 100_000, 60_000L, null, "store", List.of("person#1"), 0, 0, 0, 1),
                new Fault(FaultKind.SPOOF, 200_000, 60_000L, null, "store", List.of("person#2"), 0, 0, 0, 2));
        assertEquals(List.of("spoof_suspected p0 100000 due 115000 end 160000 p0"), yard.truths(900_000));
    }

    @Test
    void aFeedOfFiveTagsThatFallsSilentIsTold() {
        Yard yard = yard();
        for (int i = 0; i < 5; i++) {
            yard.standing(100 + 40 * i, 100);
        }
        yard.person(
                "01",
                Tag.Technology.BLE,
                Timeline.from(Place.ground(100, 350), 0).standUntil(900_000).build());
        yard.faults = List.of(
                fault(FaultKind.VENDOR_OUTAGE, 100_000, 40_000L, Vendors.UWB),
                fault(FaultKind.VENDOR_OUTAGE, 200_000, 40_000L, Vendors.BLE),
                fault(FaultKind.BUFFERED_BURST, 300_000, 30_000L, Vendors.UWB),
                fault(FaultKind.VENDOR_OUTAGE, 400_000, 8_000L, Vendors.UWB));
        assertEquals(
                List.of(
                        "vendor_feed_silent uwb-north 100000 due 115000 end 140000 ",
                        "vendor_feed_silent uwb-north 300000 due 315000 end 330000 "),
                yard.truths(900_000));
    }

    @Test
    void aClockThatIsFarOffIsAFault() {
        Yard yard = yard().standing(100, 100);
        yard.faults = List.of(
                new Fault(FaultKind.CLOCK_OFFSET, 100_000, 60_000L, Vendors.UWB, null, List.of(), 0, 5_000, 0, 1),
                new Fault(FaultKind.CLOCK_OFFSET, 200_000, 60_000L, Vendors.UWB, null, List.of(), 0, 1_000, 0, 1),
                new Fault(FaultKind.CLOCK_OFFSET, 300_000, 60_000L, Vendors.UWB, null, List.of(), 0, -30_000, 0, 1),
                new Fault(FaultKind.CLOCK_OFFSET, 500_000, 60_000L, Vendors.UWB, null, List.of(), 0, -90_000, 0, 1));
        assertEquals(
                List.of(
                        "clock_fault uwb-north 100000 due 115000 end 160000 ",
                        "clock_fault uwb-north 500000 due 535000 end 560000 "),
                yard.truths(900_000));
    }
}
