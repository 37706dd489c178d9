package io.muster.simulator.event;

import io.muster.simulator.day.Member;
import io.muster.simulator.event.Message.TagField;
import io.muster.simulator.event.Message.TagOf;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a tag says of itself because of an event: the first tag of a member, by the topic {@code provider-status.<vendor>}. The battery is not among it. */
final class TagStatus {
    static final String TOPIC = "provider-status";

    private TagStatus() {}

    static void pressed(Script script, Member member, long atMillis) {
        say(script, member, atMillis, "sos", "moving", false);
    }

    static void still(Script script, Member member, long atMillis) {
        say(script, member, atMillis, "none", "still", false);
    }

    static void fallen(Script script, Member member, long atMillis) {
        say(script, member, atMillis, "none", "still", true);
    }

    /** Nothing is pressed, nobody lies. */
    static void normal(Script script, Member member, long atMillis) {
        say(script, member, atMillis, "none", "moving", false);
    }

    private static void say(Script script, Member member, long atMillis, String button, String motion, boolean fall) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("provider_id", new TagOf(member.name(), TagField.ID));
        value.put("provider_type", new TagOf(member.name(), TagField.TYPE));
        value.put("source", new TagOf(member.name(), TagField.VENDOR));
        value.put("timestamp_generated", new Message.At(atMillis));
        value.put("timestamp_sent", new Message.At(atMillis));
        value.put("button", button);
        value.put("motion", motion);
        value.put("fall", fall);
        script.say(atMillis, TOPIC, new TagOf(member.name(), TagField.ID), value);
    }
}
