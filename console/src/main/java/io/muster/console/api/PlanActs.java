package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.admin.PlanDiff;
import io.muster.contract.codec.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a plan as the audit log has it: old to new. */
final class PlanActs {
    /** More is to be seen in the versions themselves. */
    private static final int MOST = 100;

    static String detail(@Nullable String base, PlanDiff diff, @Nullable String restores) {
        ObjectNode detail = Json.object();
        if (base != null) {
            detail.put("base_version", base);
        }
        if (restores != null) {
            detail.put("restores", restores);
        }
        put(detail, "plan", diff.properties());
        ArrayNode added = detail.putArray("added");
        ArrayNode removed = detail.putArray("removed");
        ObjectNode changed = detail.putObject("changed");
        diff.fences().stream().limit(MOST).forEach(each -> {
            switch (each.kind()) {
                case ADDED -> added.add(each.foreignId());
                case REMOVED -> removed.add(each.foreignId());
                case CHANGED -> {
                    put(changed, each.foreignId(), each.properties());
                    if (each.moved()) {
                        changed.withObjectProperty(each.foreignId()).put("moved", true);
                    }
                }
            }
        });
        if (diff.fences().size() > MOST) {
            detail.put("more", diff.fences().size() - MOST);
        }
        return Json.writeString(detail);
    }

    private static void put(ObjectNode holder, String name, List<PlanDiff.Property> properties) {
        ObjectNode said = holder.putObject(name);
        properties.stream().limit(MOST).forEach(each -> said.putArray(each.name())
                .addPOJO(each.before())
                .addPOJO(each.after()));
    }

    private PlanActs() {}
}
