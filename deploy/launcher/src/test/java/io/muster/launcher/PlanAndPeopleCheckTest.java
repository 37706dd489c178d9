package io.muster.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanAndPeopleCheckTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aGoodPlanIsSummedUpByRole() throws IOException {
        Muster.Result result = Muster.run("plan", "check", file("p.geojson", Samples.plan("north", "1", 0)));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("site north, version 1, crs local"), result.out());
        assertTrue(result.out().contains("hazard"), result.out());
        assertTrue(result.out().contains("2 zones, 1 with a limit"), result.out());
    }

    @Test
    void jsonOfAPlanIsOneObject() throws IOException {
        Muster.Result result = Muster.run("plan", "check", file("p.geojson", Samples.plan("north", "1", 0)), "--json");
        assertEquals(0, result.code(), result.err());
        assertEquals(1, result.out().lines().count());
        assertTrue(result.out().contains("\"zones\":2"), result.out());
    }

    @Test
    void allFaultsOfAPlanAreTold() throws IOException {
        String plan = Samples.plan("north", "1", 0)
                .replace("\"hazard\"", "\"hazzard\"")
                .replace("\"production\"", "\"produktion\"");
        Muster.Result result = Muster.run("plan", "check", file("p.geojson", plan));
        assertEquals(2, result.code());
        assertEquals(2, result.errLines().size(), result.err());
        assertTrue(result.err().contains("p.geojson") && result.err().contains("hazzard"), result.err());
        assertTrue(result.err().contains("produktion"), result.err());
    }

    @Test
    void rulesInAPlanAreCheckedAsAConfigurationIs() throws IOException {
        String plan = Samples.plan("north", "1", 0);
        String good =
                plan.replace("\"crs\":\"local\"", "\"crs\":\"local\",\"rules\":{\"gathering.min_duration\":\"45 s\"}");
        Muster.Result taken = Muster.run("plan", "check", file("good.geojson", good));
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().contains("Rules of its own: gathering.min_duration 45 s."), taken.out());

        String bad = plan.replace(
                        "\"crs\":\"local\"", "\"crs\":\"local\",\"rules\":{\"gathering\":{\"min_duration\":\"soon\"}}")
                .replace("\"hazard\"", "\"hazzard\"");
        Muster.Result refused = Muster.run("plan", "check", file("bad.geojson", bad));
        assertEquals(2, refused.code());
        assertEquals(2, refused.errLines().size(), refused.err());
        assertTrue(refused.err().contains("muster.rules.gathering.min_duration: expected a time"), refused.err());
    }

    @Test
    void whatIsNoJsonIsOneFault() throws IOException {
        Muster.Result result = Muster.run("plan", "check", file("p.geojson", "{\"type\": oops"));
        assertEquals(2, result.code());
        assertEquals(1, result.errLines().size(), result.err());
    }

    @Test
    void peopleAreCountedByDepartmentAndType() throws IOException {
        Muster.Result result = Muster.run(
                "people",
                "check",
                file("p.jsonl", Samples.person("ann", "T-1") + "\n" + Samples.person("bo", "T-2") + "\n"));
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("employee 内部员工"), result.out());
        assertTrue(result.out().contains("2 people with 2 tags, 0 without one."), result.out());
    }

    @Test
    void aTagOfTwoPeopleIsAFaultThatNamesBoth() throws IOException {
        Muster.Result result = Muster.run(
                "people",
                "check",
                file("p.jsonl", Samples.person("ann", "T-1") + "\n" + Samples.person("bo", "T-1") + "\n"));
        assertEquals(2, result.code());
        assertEquals(1, result.errLines().size(), result.err());
        assertTrue(
                result.err().contains("ann")
                        && result.err().contains("bo")
                        && result.err().contains("p.jsonl:2"),
                result.err());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
