package io.muster.stream.compliance;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.identify.Identified;
import io.muster.stream.config.LegalLimits;
import io.muster.stream.engine.Carriage;
import io.muster.stream.output.OutputRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Fixes, evaluations and rejects to what is measured of each site. */
public final class ComplianceStage {

    public static DataStream<ComplianceRecord> perSite(
            DataStream<Identified> fixes,
            DataStream<Evaluation> evaluations,
            DataStream<OutputRecord> rejects,
            String profile,
            LegalLimits limits,
            WallClock clock,
            Carriage carriage) {
        TypeInformation<Measure> measure = carriage.of(Measure.class);
        return fixes.map(Measure::of)
                .returns(measure)
                .uid("measure-fix")
                .name("measure-fix")
                .union(
                        evaluations
                                .map(Measure::of)
                                .returns(measure)
                                .uid("measure-evaluation")
                                .name("measure-evaluation"),
                        rejects.map(Measure::of)
                                .returns(measure)
                                .uid("measure-reject")
                                .name("measure-reject"))
                .keyBy(Measure::site)
                .process(new ComplianceFunction(profile, limits, clock))
                .returns(TypeInformation.of(ComplianceRecord.class))
                .uid("compliance")
                .name("compliance");
    }

    private ComplianceStage() {}
}
