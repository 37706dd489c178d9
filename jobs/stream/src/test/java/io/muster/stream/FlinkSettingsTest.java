package io.muster.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.muster.stream.engine.RuleFaults;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

class FlinkSettingsTest {
    private static Map<String, String> parameters(Configuration settings) {
        return StreamExecutionEnvironment.createLocalEnvironment(1, settings)
                .getConfig()
                .getGlobalJobParameters()
                .toMap();
    }

    @Test
    void onlyALiveJobGoesOnWhenARuleFails() {
        assertEquals(RuleFaults.SKIP, parameters(FlinkSettings.live(null, null)).get(RuleFaults.PARAMETER));
        assertEquals(Map.of(), parameters(FlinkSettings.bounded()));
    }
}
