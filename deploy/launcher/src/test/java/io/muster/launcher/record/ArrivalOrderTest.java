package io.muster.launcher.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.contract.codec.Envelope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {
    private final ArrivalOrder order = new ArrivalOrder();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatComesPartitionByPartitionIsToldByArrivalTopicPartitionOffset() throws IOException {
        add("t", 1, 7, 100);
        add("t", 1, 8, 100);
        add("t", 1, 9, 300);
        add("t", 0, 3, 100);
        add("t", 0, 4, 200);
        add("s", 0, 1, 100);
        tellBefore(200);
        assertEquals(List.of("s#0@1 100", "t#0@3 100", "t#1@7 100", "t#1@8 100"), told);
        assertEquals(2, order.held());
        tellBefore(1_000);
        assertEquals(List.of("t#0@4 200", "t#1@9 300"), told.subList(4, 6));
    }

    @Test
    void whatComesTooLateIsToldLaterAndCounted() throws IOException {
        add("t", 0, 1, 100);
        tellBefore(200);
        add("t", 1, 1, 150);
        add("t", 0, 2, 250);
        tellBefore(300);
        assertEquals(List.of("t#0@1 100", "t#1@1 200", "t#0@2 250"), told);
        assertEquals(1, order.raised());
    }

    private void add(String topic, int partition, long offset, long arrival) {
        order.add(new Envelope(topic, partition, offset, null, arrival, Map.of(), null));
    }

    private void tellBefore(long millis) throws IOException {
        order.tellBefore(
                millis,
                each -> told.add(
                        each.topic() + "#" + each.partition() + "@" + each.offset() + " " + each.arrivalMillis()));
    }
}
