package io.muster.rules.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What neighbours leave unsaid, or said before a field was there, is nothing, and not an error. */
class NeighboursSayLittleTest {

    @Test
    void anEvacuationWithoutListsCallsNobodyByName() {
        Evacuation call = new Evacuation("e", Evacuation.Message.START, false, null, nothing(), nothing());
        assertEquals(List.of(), call.musterFenceIds());
        assertEquals(List.of(), call.personIds());
        Evacuation full = new Evacuation("e", Evacuation.Message.ROSTER, false, null, List.of("m"), List.of("A"));
        assertEquals(List.of("m"), full.musterFenceIds());
        assertEquals(List.of("A"), full.personIds());
    }

    @Test
    void aPermitWithoutWorkersNamesNobody() {
        assertEquals(List.of(), permit("2", nothing()).workers());
        assertEquals(List.of("A"), permit("2", List.of("A")).workers());
    }

    @Test
    void workGoesOnUnderOneStatusAlone() {
        for (String status : List.of("0", "1", "3", "4", "5", "6")) {
            assertFalse(permit(status, List.of()).working(), status);
        }
        assertTrue(permit("2", List.of()).working());
    }

    @Test
    void aCommandWithoutKindsMeansAll() {
        assertEquals(
                List.of(),
                new Command("c", "acknowledge", "fence", "Z", "li.si", null, null, null, nothing(), null).kinds());
        assertEquals(
                List.of("fall"),
                new Command("c", "acknowledge", "fence", "Z", "li.si", null, null, null, List.of("fall"), null)
                        .kinds());
    }

    private static Permit permit(String status, List<String> workers) {
        return new Permit("p", "01", status, 0, 1, "F", null, null, null, null, workers, null);
    }

    @SuppressWarnings("NullAway") // older bytes bring null where there was no field
    private static <E> List<E> nothing() {
        return null;
    }
}
