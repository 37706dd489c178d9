package io.muster.stream.compliance;

import io.muster.rules.gathering.Evaluation;
import io.muster.rules.identify.Identified;
import io.muster.rules.occupancy.ZoneCount;
import io.muster.rules.window.ZoneWindow;
import io.muster.stream.engine.Carriage;
import io.muster.stream.engine.Present;
import io.muster.stream.output.OutputRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Fixes, evaluations and rejects to what is measured of each site. */
public final class ComplianceStage {

    public static DataStream<ComplianceRecord> perSite(
            DataStream<Identified> identified,
            DataStream<Evaluation> evaluations,
            DataStream<ZoneWindow> windows,
            DataStream<ZoneCount> counts,
            DataStream<OutputRecord> rejects,
            String profile,
            WallClock clock,
            Carriage carriage) {
        TypeInformation<Measure> measure = carriage.of(Measure.class);
        return Present.only(identified, Measure::of, measure, "measure-fix")
                .union(
                        evaluations
                                .map(Measure::of)
                                .returns(measure)
                                .uid("measure-evaluation")
                                .name("measure-evaluation"),
                        windows.map(Measure::of)
                                .returns(measure)
                                .uid("measure-window")
                                .name("measure-window"),
                        counts.map(Measure::of)
                                .returns(measure)
                                .uid("measure-count")
                                .name("measure-count"),
                        rejects.map(Measure::of)
                                .returns(measure)
                                .uid("measure-reject")
                                .name("measure-reject"))
                .keyBy(Measure::site)
                .process(new ComplianceFunction(profile, clock))
                .returns(TypeInformation.of(ComplianceRecord.class))
                .uid("compliance")
                .name("compliance");
    }

    private ComplianceStage() {}
}
