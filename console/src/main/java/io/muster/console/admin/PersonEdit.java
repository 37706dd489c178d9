package io.muster.console.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person's document with a few things in it changed; everything else stays as it came. */
public final class PersonEdit {
    private static final String TAGS = "location_providers";

    private final ObjectNode document;

    private PersonEdit(ObjectNode document) {
        this.document = document;
    }

    public static PersonEdit of(Person person) {
        try {
            return new PersonEdit((ObjectNode) Json.readTree(person.document().getBytes(StandardCharsets.UTF_8)));
        } catch (Unreadable e) {
            throw new IllegalStateException("a person who was read cannot be read", e);
        }
    }

    /** One line, as a file of people has it. */
    public static Person read(byte[] document) throws PeopleFaults {
        PeopleReader.readOne(document);
        try {
            return PeopleReader.readOne(Json.write(Json.readTree(document)));
        } catch (Unreadable e) {
            throw new PeopleFaults(List.of(e.reason().wire() + ": " + e.detail()));
        }
    }

    /** Binds a tag; one that is theirs already stays. */
    public PersonEdit bind(String tag) {
        ArrayNode tags = tags();
        for (JsonNode each : tags) {
            if (same(each, tag)) {
                return this;
            }
        }
        tags.add(tag);
        return this;
    }

    /** Takes a tag away; false where it is not theirs. */
    public boolean unbind(String tag) {
        ArrayNode tags = tags();
        for (int i = 0; i < tags.size(); i++) {
            if (same(tags.get(i), tag)) {
                tags.remove(i);
                return true;
            }
        }
        return false;
    }

    /** When the tags are theirs; null = stays as it is. */
    public PersonEdit valid(@Nullable Instant from, @Nullable Instant until) {
        ObjectNode ours = document.withObject("/properties/muster");
        if (from != null) {
            ours.put("valid_from", Times.write(from));
        }
        if (until != null) {
            ours.put("valid_until", Times.write(until));
        }
        return this;
    }

    public Person person() throws PeopleFaults {
        return PeopleReader.readOne(Json.write(document));
    }

    private ArrayNode tags() {
        return document.get(TAGS) instanceof ArrayNode tags ? tags : document.putArray(TAGS);
    }

    private static boolean same(JsonNode known, String tag) {
        return Ids.providerKey(known.asText()).equals(Ids.providerKey(tag));
    }
}
