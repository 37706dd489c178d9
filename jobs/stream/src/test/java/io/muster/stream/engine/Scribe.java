package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.rules.Step;
import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** A rule that writes down in which order it was called, and with which memory. */
record Scribe() implements Rule<Scribe.Memory, Scribe.Word, String> {

    /** @param what {@code forget} ends the memory of the key; {@code wake+N} asks to be woken N ms later; anything else is remembered */
    record Word(String key, long timeMillis, long eventMillis, String origin, int partition, long offset, String what)
            implements Ordered {
        static Word of(String key, long timeMillis, String what) {
            return new Word(key, timeMillis, timeMillis, "topic", 0, timeMillis, what);
        }

        Word saying(String other) {
            return new Word(key, timeMillis, eventMillis, origin, partition, offset, other);
        }
    }

    /** Arrives at the moment at which it is decided. */
    static void put(KeyedOneInputStreamOperatorTestHarness<String, Word, String> harness, Word word) throws Exception {
        harness.processElement(new StreamRecord<>(word, word.timeMillis()));
    }

    record Memory(String key, String said, @Nullable Long wakeAtMillis) {}

    @Override
    public Step<Memory, String> onInput(@Nullable Memory memory, Word word) {
        String said = memory == null ? "" : memory.said();
        String told = word.key() + " " + word.timeMillis() + " " + word.what() + " after '" + said + "'";
        if (word.what().equals("forget")) {
            return Step.of(null, List.of(told), 1_000_000L);
        }
        Long wakeAt = memory == null ? null : memory.wakeAtMillis();
        if (word.what().startsWith("wake+")) {
            wakeAt = word.timeMillis() + Long.parseLong(word.what().substring(5));
        }
        return Step.of(new Memory(word.key(), said + word.what(), wakeAt), List.of(told), wakeAt);
    }

    @Override
    public Step<Memory, String> onWake(Memory memory, long nowMillis) {
        return Step.of(
                new Memory(memory.key(), memory.said() + "!", null),
                List.of(memory.key() + " woke " + nowMillis),
                null);
    }
}
