package io.muster.stream.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.muster.contract.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final String ANNA = "00000000-0000-4000-8000-000000000001";
    private static final String BODO = "00000000-0000-4000-8000-000000000002";

    private static Reference person(String id, long inForce, @Nullable String tag) {
        String document = tag == null
                ? null
                : "{\"id\":\"" + id + "\",\"type\":\"omlox\",\"location_providers\":[\"" + tag + "\"]}";
        return new Reference("s", Reference.Kind.PERSON, id, document, inForce, inForce, "trackables", 0, inForce);
    }

    private static @Nullable String carrier(References references, long millis) {
        Person carrier = references.carrierAt("s", "T1", millis);
        return carrier == null ? null : carrier.id();
    }

    @Test
    void peopleOfTomorrowDoNotMakeTheTagsOfTodayUnknown() {
        References references = new References(new PlanViews());
        references.add(person(ANNA, 100, "T1"), Long.MIN_VALUE);

        assertFalse(references.knowsPeople("s", 99));
        assertTrue(references.knowsPeople("s", 100));
        assertFalse(references.knowsPeople("other", 100));
    }

    @Test
    void aTagIsCarriedByWhomItWasBoundToAtThatMomentWhateverWasReadFirst() {
        Reference[] all = {
            person(ANNA, 10, "T1"), person(BODO, 20, "T1"), person(BODO, 30, "T2"), person(ANNA, 40, null)
        };
        for (int first = 0; first < all.length; first++) {
            References references = new References(new PlanViews());
            for (int i = 0; i < all.length; i++) {
                references.add(all[(first + i) % all.length], Long.MIN_VALUE);
            }
            assertEquals(null, carrier(references, 9));
            assertEquals(ANNA, carrier(references, 19));
            assertEquals(BODO, carrier(references, 20), "of two the one who got it last");
            assertEquals(ANNA, carrier(references, 30), "who still has it once the other one has another");
            assertEquals(null, carrier(references, 40), "withdrawn");
        }
    }
}
