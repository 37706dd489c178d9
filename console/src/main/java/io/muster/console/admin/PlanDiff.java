package io.muster.console.admin;

import com.fasterxml.jackson.annotation.JsonValue;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one plan has otherwise than another: fences by their id.
 *
 * @param properties of the plan itself, such as a rule
 * @param fences in the order of the later plan, those that are gone last
 */
public record PlanDiff(List<Property> properties, List<Fence> fences) {
    /** How a fence differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** The word on the wire. */
        @JsonValue
        public String wire() {
            return PlanProperties.word(this);
        }
    }

    /** @param before null = it was not said; {@code after} likewise */
    public record Property(
            String name, @Nullable Object before, @Nullable Object after) {}

    /**
     * @param moved whether its shape is another one
     * @param before rings of each polygon, outer first, then holes, metres; null where the fence is new; {@code after} likewise
     */
    public record Fence(
            String id,
            String foreignId,
            String name,
            Kind kind,
            boolean moved,
            List<Property> properties,
            @Nullable List<List<List<double[]>>> before,
            @Nullable List<List<List<double[]>>> after) {}

    /** @param from null = there was none */
    public static PlanDiff of(@Nullable Plan from, Plan to) {
        Map<String, PlanFence> left = new LinkedHashMap<>();
        if (from != null) {
            from.fences().forEach(each -> left.put(each.id(), each));
        }
        List<Fence> fences = new ArrayList<>();
        for (PlanFence each : to.fences()) {
            Fence difference = difference(left.remove(each.id()), each);
            if (difference != null) {
                fences.add(difference);
            }
        }
        left.values().forEach(each -> fences.add(difference(each, null)));
        return new PlanDiff(
                properties(from == null ? Map.of() : PlanProperties.of(from), PlanProperties.of(to)), fences);
    }

    private static @Nullable Fence difference(@Nullable PlanFence before, @Nullable PlanFence after) {
        PlanFence named = after == null ? before : after;
        if (named == null) {
            return null;
        }
        List<Property> properties = properties(
                before == null ? Map.of() : PlanProperties.of(before),
                after == null ? Map.of() : PlanProperties.of(after));
        boolean moved = before != null
                && after != null
                && !before.zone().shape().equals(after.zone().shape());
        if (properties.isEmpty() && !moved) {
            return null;
        }
        return new Fence(
                named.id(),
                named.foreignId(),
                named.name(),
                before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED,
                moved,
                properties,
                before == null ? null : before.zone().shape().polygons(),
                after == null ? null : after.zone().shape().polygons());
    }

    private static List<Property> properties(Map<String, Object> before, Map<String, Object> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Property> changed = new ArrayList<>();
        for (String name : names) {
            Object was = before.get(name);
            Object is = after.get(name);
            if (!Objects.equals(was, is)) {
                changed.add(new Property(name, was, is));
            }
        }
        return changed;
    }
}
