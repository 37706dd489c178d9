package io.muster.consumer;

import io.muster.contract.value.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The rule said as a whole: keeps every record and, asked for the book, looks for the highest epoch of each alarm, then for its last
 * word. Slow and without any state that an order could spoil.
 */
final class TwinBook {
    private final List<Told> all = new ArrayList<>();

    void add(Told told) {
        all.add(told);
    }

    Map<String, Alarm> current() {
        Map<String, Alarm> book = new TreeMap<>();
        for (String id : all.stream().map(Told::id).distinct().toList()) {
            List<Told> own = all.stream().filter(one -> one.id().equals(id)).toList();
            long epoch = own.stream().mapToLong(Told::epoch).max().orElseThrow();
            List<Told> last = own.stream().filter(one -> one.epoch() == epoch).toList();
            if (last.stream().anyMatch(one -> one.alarm() == null)) {
                continue;
            }
            List<Alarm> alarms = last.stream()
                    .map(one -> Objects.requireNonNull(one.alarm()))
                    .toList();
            long seq = alarms.stream().mapToLong(Alarm::seq).max().orElseThrow();
            List<Alarm> told = alarms.stream().filter(one -> one.seq() == seq).toList();
            Instant reported = told.stream()
                    .map(one -> Objects.requireNonNull(one.reportedAt()))
                    .max(Instant::compareTo)
                    .orElseThrow();
            book.put(id, Alarms.reportedAt(told.get(0), reported));
        }
        return book;
    }
}
