package io.muster.console.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Times;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanDocument;
import io.muster.contract.plan.PlanFence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan's document with a few things in it changed; everything else stays as it came. */
public final class PlanEdit {
    private static final DateTimeFormatter VERSION =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final ObjectNode plan;
    private final ObjectNode ours;

    /** @param document a plan without faults */
    public PlanEdit(byte[] document) {
        this.plan = PlanDocument.tree(document);
        this.ours = PlanDocument.ours(plan);
    }

    public PlanEdit site(String site) {
        ours.put("site", site);
        return this;
    }

    public PlanEdit author(String author) {
        ours.put("author", author);
        return this;
    }

    /** Whoever approved the document before did not see what was changed. */
    public PlanEdit notApproved() {
        ours.remove("approver");
        return this;
    }

    /** What stands there for people; null = nothing. */
    public @Nullable String comment() {
        JsonNode comment = ours.get("comment");
        return comment == null || comment.isNull() ? null : comment.asText();
    }

    public PlanEdit comment(String comment) {
        ours.put("comment", comment);
        return this;
    }

    /** Named by the moment: two changes never make one version, and their names are in their order. */
    public PlanEdit newVersion(Instant now) {
        ours.put("version", VERSION.format(now));
        return this;
    }

    /** @param from null = from its arrival on */
    public PlanEdit validFrom(@Nullable Instant from) {
        if (from == null) {
            ours.remove("valid_from");
        } else {
            ours.put("valid_from", Times.write(from));
        }
        return this;
    }

    /**
     * Changes fields under {@code properties.muster} of a fence.
     *
     * @param read the plan that the document is
     * @param changes null = taken away
     */
    public PlanEdit fence(Plan read, PlanFence fence, Map<String, @Nullable JsonNode> changes) {
        // A plan without faults has a fence for each feature, in their order.
        JsonNode feature = plan.path("features").path(read.fences().indexOf(fence));
        ObjectNode properties = ((ObjectNode) feature).withObject("/properties");
        ObjectNode muster = PlanDocument.ours(properties);
        changes.forEach((name, value) -> {
            if (value == null) {
                muster.remove(name);
            } else {
                muster.set(name, value);
            }
        });
        return this;
    }

    public byte[] document() {
        return PlanDocument.bytes(plan);
    }
}
