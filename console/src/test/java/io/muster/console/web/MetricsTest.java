package io.muster.console.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.muster.console.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a monitoring system reads of a console, and by what. */
class MetricsTest {
    private static final Path DASHBOARDS = Path.of("..", "deploy", "compose", "grafana", "dashboards");
    /** The names of the job and of the broker are told from ours by their beginning. */
    private static final Pattern OURS =
            Pattern.compile("\\b(?:muster_console|http_server|jvm|hikaricp|process)_[a-z0-9_]+");

    private final World world = World.shared();

    @Test
    void theTokenOpensTheMetricsAndNothingElse() throws Exception {
        assertEquals(200, get("/actuator/prometheus", World.SCRAPE_TOKEN).statusCode());
        HttpResponse<String> refused = get("/actuator/prometheus", World.SCRAPE_TOKEN + "x");
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("not the token of the metrics"), refused.body());
        assertEquals(401, get("/actuator/prometheus", "").statusCode());
        assertEquals(401, world.client().get("/actuator/prometheus").statusCode());
        assertEquals(401, get("/api/v1/sites", World.SCRAPE_TOKEN).statusCode());
        assertEquals(401, get("/api/v1/audit", World.SCRAPE_TOKEN).statusCode());
    }

    @Test
    void everyMetricOfTheDashboardIsOneThatAConsoleTells() throws Exception {
        get("/api/v1/session", World.SCRAPE_TOKEN);
        Set<String> told = get("/actuator/prometheus", World.SCRAPE_TOKEN)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = new TreeSet<>();
        try (var files = Files.newDirectoryStream(DASHBOARDS, "*.json")) {
            for (Path file : files) {
                new ObjectMapper()
                        .readTree(file.toFile()).findValuesAsText("expr").stream()
                                .flatMap(expr -> OURS.matcher(expr).results().map(found -> found.group()))
                                .forEach(shown::add);
            }
        }
        assertTrue(shown.size() >= 5, () -> "the dashboard shows the console: " + shown);
        shown.removeAll(told);
        assertEquals(Set.of(), shown, () -> "told are " + told);
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(world.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
