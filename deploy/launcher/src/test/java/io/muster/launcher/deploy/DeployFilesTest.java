package io.muster.launcher.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of the deployment files where no container engine is: none of it says that they run. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("..");
    private static final Path ROOT = DEPLOY.resolve("..");
    private static final Path COMPOSE = DEPLOY.resolve("compose");
    /** A version with three parts or, where that is how it is released, two; never a name that moves. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?[0-9]+\\.[0-9]+(\\.[0-9]+)?[a-z0-9._-]*");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::[-?][^}]*)?}");
    private static final Set<String> SECRET = Set.of("password", "token", "secret");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void everyImageIsOfANamedVersion() throws Exception {
        services.forEach((name, service) -> assertPinned(name, (String) service.get("image")));
        for (Path file : dockerfiles()) {
            lines(file, "FROM ").forEach(from -> assertPinned(file.toString(), from.split(" ", 3)[1]));
        }
    }

    @Test
    void nothingRunsAsRoot() throws Exception {
        services.forEach((name, service) -> {
            String user = (String) service.get("user");
            assertNotNull(user, name);
            assertFalse(user.startsWith("0") || user.startsWith("root"), () -> name + " runs as " + user);
            assertEquals(List.of("ALL"), service.get("cap_drop"), name);
            assertEquals(List.of("no-new-privileges:true"), service.get("security_opt"), name);
            assertFalse(service.containsKey("privileged"), name);
        });
        for (Path file : dockerfiles()) {
            List<String> users = lines(file, "USER ");
            assertFalse(users.isEmpty(), file.toString());
            assertFalse(users.get(users.size() - 1).matches("USER (root|0).*"), file.toString());
        }
    }

    @Test
    void everyServiceSaysHowItIsAndWhatItMayTake() {
        services.forEach((name, service) -> {
            Map<String, Object> health = map(service.get("healthcheck"));
            boolean endsByItself = "no".equals(service.get("restart"));
            assertTrue(
                    endsByItself
                            ? Boolean.TRUE.equals(health.get("disable"))
                            : health.get("test") instanceof List<?> test && test.size() > 1,
                    name);
            Map<String, Object> limits =
                    map(map(map(service.get("deploy")).get("resources")).get("limits"));
            assertTrue(limits.containsKey("cpus") && limits.containsKey("memory"), name);
        });
        assertEquals(
                Set.of("topics"),
                services.entrySet().stream()
                        .filter(each -> "no".equals(each.getValue().get("restart")))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Test
    void noPasswordIsWrittenDownAndNoneHasADefault() throws Exception {
        services.forEach((name, service) -> map(service.get("environment")).forEach((variable, value) -> {
            boolean secret = SECRET.stream().anyMatch(word -> variable.toLowerCase(java.util.Locale.ROOT)
                    .contains(word));
            assertTrue(!secret || String.valueOf(value).startsWith("/run/secrets/"), () -> name + " has " + variable);
        }));
        map(compose().get("secrets"))
                .forEach((name, secret) ->
                        assertEquals(Set.of("environment"), map(secret).keySet(), name));
        for (String line : Files.readAllLines(COMPOSE.resolve(".env.example"))) {
            boolean secret = SECRET.stream()
                    .anyMatch(word -> line.toLowerCase(java.util.Locale.ROOT).matches("muster_[a-z_]*" + word + "=.*"));
            assertTrue(!secret || line.endsWith("="), line);
        }
    }

    @Test
    void nobodyOutsideThisHostReachesAnythingByDefault() {
        services.forEach((name, service) -> list(service.get("ports"))
                .forEach(port -> assertTrue(
                        substitute(String.valueOf(port)).startsWith("127.0.0.1:"), () -> name + " " + port)));
        for (String inside : List.of("taskmanager", "database", "prometheus", "topics", "job")) {
            assertEquals(List.of("inner"), service(inside).get("networks"), inside);
        }
        assertEquals(true, map(map(compose().get("networks")).get("inner")).get("internal"));
    }

    @Test
    void everyVariableIsExplainedAndEveryOneExplainedIsUsed() throws Exception {
        Set<String> used = new TreeSet<>();
        Matcher found = VARIABLE.matcher(Files.readString(COMPOSE.resolve("compose.yaml")));
        while (found.find()) {
            used.add(found.group(1));
        }
        map(compose().get("secrets"))
                .values()
                .forEach(secret -> used.add(String.valueOf(map(secret).get("environment"))));
        Set<String> explained = Files.readAllLines(COMPOSE.resolve(".env.example")).stream()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(used, explained);
    }

    @Test
    void everythingThatIsNamedIsThere() throws Exception {
        Map<String, Object> volumes = map(compose().get("volumes"));
        Map<String, Object> secrets = map(compose().get("secrets"));
        services.forEach((name, service) -> {
            list(service.get("volumes")).forEach(volume -> {
                String source = String.valueOf(volume).split(":", 2)[0];
                assertTrue(
                        source.startsWith(".") ? Files.exists(COMPOSE.resolve(source)) : volumes.containsKey(source),
                        () -> name + " " + source);
            });
            list(service.get("secrets")).forEach(secret -> {
                String source =
                        secret instanceof Map<?, ?> long_ ? String.valueOf(long_.get("source")) : secret.toString();
                assertTrue(secrets.containsKey(source), () -> name + " " + source);
            });
            map(service.get("depends_on")).keySet().forEach(other -> assertTrue(services.containsKey(other), other));
            Map<String, Object> build = map(service.get("build"));
            if (!build.isEmpty()) {
                Path context = COMPOSE.resolve(String.valueOf(build.get("context")));
                assertTrue(Files.isRegularFile(context.resolve("mvnw")), name);
                assertTrue(Files.isRegularFile(context.resolve(String.valueOf(build.get("dockerfile")))), name);
            }
        });
        for (Path file : dockerfiles()) {
            for (String copy : lines(file, "COPY ")) {
                List<String> words = Stream.of(copy.split(" +"))
                        .skip(1)
                        .filter(word -> !word.startsWith("--"))
                        .toList();
                assertTrue(
                        copy.contains("--from=") || Files.exists(ROOT.resolve(words.get(0))), () -> file + ": " + copy);
            }
        }
    }

    @Test
    void whatPrometheusReadsIsAServiceWithThatPort() throws Exception {
        Map<String, Object> prometheus = yaml(COMPOSE.resolve("prometheus/prometheus.yaml"));
        List<String> targets = new ArrayList<>();
        for (Object scrape : list(prometheus.get("scrape_configs"))) {
            for (Object group : list(map(scrape).get("static_configs"))) {
                list(map(group).get("targets")).forEach(target -> targets.add(String.valueOf(target)));
            }
        }
        assertEquals(List.of("console:8080", "jobmanager:9249", "taskmanager:9249"), targets);
        targets.forEach(target -> assertTrue(services.containsKey(target.split(":", 2)[0]), target));
        String flink =
                String.valueOf(map(service("jobmanager").get("environment")).get("FLINK_PROPERTIES"));
        assertTrue(flink.contains("metrics.reporter.prom.port: 9249"), flink);
        for (Object rules : list(prometheus.get("rule_files"))) {
            assertTrue(Files.isRegularFile(COMPOSE.resolve("prometheus/" + rules)), rules.toString());
        }
    }

    /** What the console tells is held against a running one in the console's own tests. */
    @Test
    void everyMetricOfTheJobIsOneThatFlinkTold() throws Exception {
        Set<String> told = Set.copyOf(Files.readAllLines(Path.of("src/test/resources/flink-metrics.txt")));
        Set<String> asked = new TreeSet<>();
        for (String file : List.of("grafana/dashboards/muster.json", "prometheus/rules.yaml")) {
            Matcher found = Pattern.compile("flink_[A-Za-z_]+").matcher(Files.readString(COMPOSE.resolve(file)));
            while (found.find()) {
                asked.add(found.group());
            }
        }
        assertTrue(asked.size() >= 8, asked.toString());
        asked.removeAll(told);
        assertEquals(Set.of(), asked);
    }

    /** A job whose JVM lacks one of them ends when it starts. */
    @Test
    void flinkOpensWhatTheJobNeeds() throws Exception {
        Matcher pom = Pattern.compile("<muster.jvm.opens>(.*?)</muster.jvm.opens>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertTrue(pom.find());
        String flink =
                String.valueOf(map(service("taskmanager").get("environment")).get("FLINK_PROPERTIES"));
        for (String opens : pom.group(1).split(" ")) {
            assertTrue(flink.contains(opens), opens);
        }
    }

    private void assertPinned(String where, @Nullable String image) {
        assertNotNull(image, where);
        assertTrue(PINNED.matcher(image).matches() && !image.contains("latest"), () -> where + ": " + image);
    }

    /** With the defaults of the variables in their places. */
    private static String substitute(String text) {
        return Pattern.compile("\\$\\{[A-Z_]+:-([^}]*)}").matcher(text).replaceAll("$1");
    }

    private static List<Path> dockerfiles() throws IOException {
        try (Stream<Path> files = Files.list(DEPLOY.resolve("images"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".Dockerfile"))
                    .sorted()
                    .toList();
            assertEquals(3, found.size(), found.toString());
            return found;
        }
    }

    private static List<String> lines(Path file, String beginning) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private Map<String, Object> service(String name) {
        Map<String, Object> found = services.get(name);
        assertNotNull(found, name);
        return found;
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new HashMap<>();
        map(compose().get("services")).forEach((name, service) -> services.put(name, map(service)));
        assertEquals(9, services.size(), services.keySet().toString());
        return services;
    }

    private static Map<String, Object> compose() {
        try {
            return yaml(COMPOSE.resolve("compose.yaml"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> yaml(Path file) throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : List.copyOf((List<?>) value);
    }
}
