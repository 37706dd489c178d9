package io.muster.stream.plan;

import io.muster.rules.plan.PlanChange;
import io.muster.rules.plan.PlanRule;
import io.muster.rules.plan.PlanState;
import io.muster.rules.plan.ZoneDefinition;
import io.muster.stream.engine.RuleFunction;
import io.muster.stream.reference.PlanViews;
import io.muster.stream.reference.Reference;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Plans to what holds for each zone, at the moment from which it holds. */
public final class PlanStage {

    public static DataStream<ZoneDefinition> perSite(DataStream<Reference> references) {
        PlanViews views = new PlanViews();
        return references
                .filter(each -> each.kind() == Reference.Kind.PLAN)
                .uid("plans-only")
                .name("plans-only")
                .setParallelism(1)
                .map(each -> change(views, each))
                .returns(TypeInformation.of(PlanChange.class))
                .uid("plan-changes")
                .name("plan-changes")
                .setParallelism(1)
                .keyBy(PlanChange::site)
                .process(new RuleFunction<>(new PlanRule(), "plan", PlanState.class, PlanChange.class))
                .returns(TypeInformation.of(ZoneDefinition.class))
                .uid("plan")
                .name("plan");
    }

    private static PlanChange change(PlanViews views, Reference reference) {
        String document = reference.document();
        if (document == null) {
            throw new IllegalStateException("a plan without a document");
        }
        return new PlanChange(
                reference.site(),
                reference.id(),
                reference.inForceMillis(),
                PlanViews.zoneRules(views.view(reference.site(), document).plan()),
                reference.arrivalMillis(),
                reference.origin(),
                reference.partition(),
                reference.offset());
    }

    private PlanStage() {}
}
