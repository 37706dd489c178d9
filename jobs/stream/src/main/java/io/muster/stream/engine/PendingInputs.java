package io.muster.stream.engine;

import io.muster.rules.Ordered;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/** Inputs of a key that wait for time to come to them, by their ordering time. */
final class PendingInputs<I extends Ordered> {
    private final MapState<Long, List<I>> waiting;

    PendingInputs(String name, Class<I> type, RuntimeContext context) {
        this.waiting = context.getMapState(
                new MapStateDescriptor<>(name + ".pending", Types.LONG, Types.LIST(TypeInformation.of(type))));
    }

    void add(I input) throws Exception {
        @Nullable List<I> same = waiting.get(input.timeMillis());
        if (same == null) {
            waiting.put(input.timeMillis(), List.of(input));
            return;
        }
        List<I> now = new ArrayList<>(same.size() + 1);
        now.addAll(same);
        now.add(input);
        waiting.put(input.timeMillis(), now);
    }

    /** The inputs of this moment in the total order; they wait no longer. */
    List<I> take(long timeMillis) throws Exception {
        @Nullable List<I> due = waiting.get(timeMillis);
        if (due == null) {
            return List.of();
        }
        waiting.remove(timeMillis);
        if (due.size() > 1) {
            due = new ArrayList<>(due);
            due.sort(Ordered.TOTAL_ORDER);
        }
        return due;
    }
}
