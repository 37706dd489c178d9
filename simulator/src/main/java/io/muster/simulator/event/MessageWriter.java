package io.muster.simulator.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.contract.codec.Times;
import io.muster.simulator.event.Message.At;
import io.muster.simulator.event.Message.PersonOf;
import io.muster.simulator.event.Message.TagOf;
import io.muster.simulator.people.Tag;
import io.muster.simulator.radio.TimedMessage;
import io.muster.simulator.radio.Vendors;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes messages as they go to the broker of one site in one run. Safe for several threads if its lookups are. */
public final class MessageWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long startMillis;
    private final Function<String, String> persons;
    private final Function<String, Tag> tags;

    /**
     * @param startMillis instant of simulated time 0, epoch
     * @param persons id of a person by the member's name ({@code crew#number})
     * @param tags first tag of a member, by the same name
     */
    public MessageWriter(long startMillis, Function<String, String> persons, Function<String, Tag> tags) {
        this.startMillis = startMillis;
        this.persons = persons;
        this.tags = tags;
    }

    /** The whole message, at its time without any transmission delay. */
    public TimedMessage write(Message message) {
        return new TimedMessage(startMillis + message.atMillis(), topic(message), key(message), value(message));
    }

    /** The topic without the site; that of a tag's status ends with the vendor of the tag. */
    public String topic(Message message) {
        return message.topic().equals(TagStatus.TOPIC) && message.key() instanceof TagOf tag
                ? TagStatus.TOPIC + "." + vendor(tag)
                : message.topic();
    }

    /** The key, UTF-8. */
    public byte[] key(Message message) {
        return String.valueOf(resolve(message.key())).getBytes(StandardCharsets.UTF_8);
    }

    /** The JSON object on one line, UTF-8, fields in the order of the message. */
    public byte[] value(Message message) {
        try {
            // Not the contract's writer, which sorts the fields of a map.
            return JSON.writeValueAsBytes(resolve(message.value()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    private Object resolve(Object value) {
        if (value instanceof At at) {
            return Times.write(Instant.ofEpochMilli(startMillis + at.millis()));
        }
        if (value instanceof PersonOf person) {
            return persons.apply(person.member());
        }
        if (value instanceof TagOf tag) {
            return switch (tag.field()) {
                case ID -> tags.apply(tag.member()).providerId();
                case TYPE -> isUwb(tag) ? "uwb" : "ibeacon";
                case VENDOR -> vendor(tag);
            };
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::resolve).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> resolved = new LinkedHashMap<>();
            map.forEach((field, each) -> resolved.put(field, resolve(each)));
            return resolved;
        }
        return value;
    }

    private String vendor(TagOf tag) {
        return isUwb(tag) ? Vendors.UWB : Vendors.BLE;
    }

    private boolean isUwb(TagOf tag) {
        return tags.apply(tag.member()).technology() == Tag.Technology.UWB;
    }
}
