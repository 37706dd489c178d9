package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.stream.config.JobConfig;
import io.muster.stream.config.RuleBook;
import io.muster.stream.reference.PlanViews;
import io.muster.stream.reference.Reference;
import io.muster.stream.reference.RuleVersion;
import java.io.Serializable;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Stages whose settings a plan may set otherwise: every decision is by those in force at its moment.
 *
 * @param book what holds where the plan says nothing
 * @param versions what plans say, to every subtask
 */
public record Ruled(RuleBook book, BroadcastStream<RuleVersion> versions) {

    /** A rule under these settings. */
    public interface Make<S, I extends Ordered, E> extends Serializable {
        /** @param planVersion of the plan whose settings are in it; empty = there is none */
        Rule<S, I, E> of(JobConfig config, String planVersion);
    }

    public static Ruled by(RuleBook book, DataStream<Reference> references) {
        PlanViews views = new PlanViews();
        return new Ruled(
                book,
                references
                        .filter(each -> each.kind() == Reference.Kind.PLAN && each.document() != null)
                        .uid("plans-with-rules")
                        .name("plans-with-rules")
                        .setParallelism(1)
                        .map(each -> version(views, each))
                        .returns(TypeInformation.of(RuleVersion.class))
                        .uid("rules-of-plans")
                        .name("rules-of-plans")
                        .setParallelism(1)
                        .broadcast(RuledFunction.RULES));
    }

    /** As {@link RuleFunction}; uid and name are those of the state. */
    public <S, I extends Ordered, E> SingleOutputStreamOperator<E> process(
            KeyedStream<I, String> inputs,
            Make<S, I, E> rule,
            String name,
            Class<S> stateType,
            Class<I> inputType,
            Class<E> outputType) {
        return inputs.connect(versions)
                .process(new RuledFunction<>(new MadeRules<>(book, rule), name, stateType, inputType))
                .returns(TypeInformation.of(outputType))
                .uid(name)
                .name(name);
    }

    private static RuleVersion version(PlanViews views, Reference reference) {
        String document = reference.document();
        if (document == null) {
            throw new IllegalStateException("a plan without a document");
        }
        return new RuleVersion(
                reference.site(),
                reference.id(),
                views.view(reference.site(), document).plan().rules(),
                reference.inForceMillis(),
                reference.arrivalMillis(),
                reference.partition(),
                reference.offset());
    }
}
