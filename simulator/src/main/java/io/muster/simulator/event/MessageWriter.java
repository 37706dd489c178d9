package io.muster.simulator.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.codec.Times;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.event.Message.TagOf;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Vendors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes messages as they go to the broker of one site in one run. All times are those of a clock that is right: what is wrong with a vendor's clock is said with
 * positions only. Immutable.
 */
public final class MessageWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long startMillis;
    private final Map<String, Person> people = new HashMap<>();

    /**
     * @param people of the site: for each member its person id and its tags, of which the first speaks
     * @param startMillis instant of simulated time 0, epoch
     */
    public MessageWriter(List<Person> people, long startMillis) {
        this.startMillis = startMillis;
        people.forEach(person -> this.people.put(person.member(), person));
    }

    /**
     * The message with its topic (that of a tag's status ends with the vendor of the tag), key, and value as a JSON object on one line, fields in the order of
     * the message. It reaches the broker at its time.
     *
     * @param shiftMillis added to every time: where the cycle begins
     * @throws IllegalArgumentException if a member is not among the people, or has no tag and is to speak by it
     */
    public TimedMessage write(Message message, long shiftMillis) {
        long zero = startMillis + shiftMillis;
        String key = String.valueOf(resolve(message.key(), zero));
        try {
            // Not the contract's writer, which sorts the fields of a map.
            return new TimedMessage(
                    zero + message.atMillis(),
                    topic(message),
                    key.getBytes(StandardCharsets.UTF_8),
                    JSON.writeValueAsBytes(resolve(message.value(), zero)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private String topic(Message message) {
        return message.topic().equals(TagStatus.TOPIC) && message.key() instanceof TagOf tag
                ? TagStatus.TOPIC + "." + vendor(tag)
                : message.topic();
    }

    private Object resolve(Object value, long zero) {
        if (value instanceof At at) {
            return Times.write(Instant.ofEpochMilli(zero + at.millis()));
        }
        if (value instanceof PersonOf person) {
            return person(person.member()).id();
        }
        if (value instanceof TagOf tag) {
            return switch (tag.field()) {
                case ID -> tag(tag).providerId();
                case TYPE -> tag(tag).technology() == Tag.Technology.UWB ? "uwb" : "ibeacon";
                case VENDOR -> vendor(tag);
            };
        }
        if (value instanceof List<?> list) {
            return list.stream().map(each -> resolve(each, zero)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> resolved = new LinkedHashMap<>();
            map.forEach((field, each) -> resolved.put(field, resolve(each, zero)));
            return resolved;
        }
        return value;
    }

    private String vendor(TagOf tag) {
        return tag(tag).technology() == Tag.Technology.UWB ? Vendors.UWB : Vendors.BLE;
    }

    private Tag tag(TagOf tag) {
        List<Tag> tags = person(tag.member()).tags();
        if (tags.isEmpty()) {
            throw new IllegalArgumentException(tag.member() + " has no tag");
        }
        return tags.get(0);
    }

    private Person person(String member) {
        Person person = people.get(member);
        if (person == null) {
            throw new IllegalArgumentException("there is no " + member);
        }
        return person;
    }
}
