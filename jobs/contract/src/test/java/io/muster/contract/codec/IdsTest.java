package io.muster.contract.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdsTest {
    @Test
    void idsAreUuidsOfVersionFiveAndStable() {
        UUID id = UUID.fromString(Ids.uuid5("north", "tank-3"));
        assertEquals(5, id.version());
        assertEquals(2, id.variant());
        assertEquals(Ids.uuid5("north", "tank-3"), Ids.uuid5("north", "tank-3"));
        assertNotEquals(Ids.uuid5("north", "tank-3"), Ids.uuid5("south", "tank-3"));
        assertNotEquals(Ids.uuid5("n", "a", "b"), Ids.uuid5("n", "ab"));
        assertNotEquals(Ids.uuid5("n", "a", "b"), Ids.uuid5("n", "a b"));
    }

    @Test
    void aUuidStaysWhatItIs() {
        assertEquals("c3a1b0d2-1111-4222-8333-444455556666", Ids.fenceId("n", "C3A1B0D2-1111-4222-8333-444455556666"));
        assertTrue(Ids.isUuid(Ids.fenceId("n", "tank-3")));
    }

    @ParameterizedTest
    @CsvSource({
        "AA:BB:CC:DD:EE:FF,AABBCCDDEEFF",
        "aa-bb-cc-dd-ee-ff,AABBCCDDEEFF",
        "aabb.ccdd.eeff,AABBCCDDEEFF",
        "aabbccddeeff0022,AABBCCDDEEFF0022",
        "tag-9,tag-9",
        "'  T 7 ','T 7'",
        "12,12",
        "abc,abc"
    })
    void tagsAreMatchedHoweverTheyAreWritten(String written, String key) {
        assertEquals(key, Ids.providerKey(written));
    }
}
