package io.muster.console.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleOptionsTest {
    @Test
    void whatIsNotSetIsSafe() {
        ConsoleOptions options = read(Map.of("kafka", "127.0.0.1:9092"));
        assertEquals("127.0.0.1", options.bind(), "a console shows where people are: nobody else's machine may look");
        assertTrue(options.embedded());
        assertNull(options.dir());
        assertEquals(Duration.ofDays(365), options.retention().alarms());
        assertEquals(Duration.ofDays(365), options.retention().gatherings());
        assertEquals(Duration.ofDays(30), options.retention().positions());
        assertEquals(Duration.ofSeconds(10), options.positionInterval());
        assertTrue(options.sites().matcher("north").matches());
        assertFalse(options.sites().matcher("replay-north").matches());
    }

    @Test
    void whatIsSetIsTaken() {
        ConsoleOptions options = read(Map.of(
                "kafka", "a:1,b:2",
                "bind", "0.0.0.0",
                "port", "0",
                "sites", "north|south",
                "database", "jdbc:postgresql://db/muster",
                "files-dir", "/var/muster",
                "retention.positions", "7d",
                "position-interval", "2s",
                "secure-cookies", "true",
                "lock-for", "90s"));
        assertEquals("0.0.0.0", options.bind());
        assertFalse(options.embedded());
        assertEquals(Duration.ofDays(7), options.retention().positions());
        assertEquals(Duration.ofSeconds(2), options.positionInterval());
        assertEquals(Duration.ofSeconds(90), options.lockFor());
        assertTrue(options.secureCookies());
        assertFalse(options.sites().matcher("east").matches());
    }

    @Test
    void allFaultsAreToldTogether() {
        OptionFaults faults = assertThrows(
                OptionFaults.class,
                () -> read(Map.of(
                        "port", "70000",
                        "sites", "(",
                        "database", "jdbc:mysql://db",
                        "retention.positions", "0d",
                        "retention.audit", "10d",
                        "secure-cookies", "yes",
                        "position-interval", "ten",
                        "scrape-token", "too short a one")));
        assertEquals(
                List.of(
                        "kafka must be given: host:port of a broker",
                        "sites must be a regular expression, was '(': Unclosed group",
                        "port must be a whole number from 0 to 65535, was '70000'",
                        "database must be 'embedded' or begin with jdbc:postgresql:, was 'jdbc:mysql://db'",
                        "retention.positions must be whole days from 1d to 36500d, was '0d'",
                        "retention.audit must not be shorter than retention.alarms (365d), was 10d",
                        "position-interval must be a duration from 1s to 1h such as 10s, was 'ten'",
                        "secure-cookies must be true or false, was 'yes'",
                        "scrape-token must have at least 32 characters, had 15"),
                faults.faults());
    }

    @Test
    void anOuterDatabaseNeedsAFolderForWhatItKeepsNoLonger() {
        OptionFaults faults = assertThrows(
                OptionFaults.class, () -> read(Map.of("kafka", "a:1", "database", "jdbc:postgresql://db/muster")));
        assertEquals(
                List.of(
                        "files-dir must be given: a folder for the positions that are older than retention.positions (30d)"),
                faults.faults());
        read(Map.of("kafka", "a:1", "database", "jdbc:postgresql://db/muster", "retention.position-files", "30d"));
        read(Map.of("kafka", "a:1", "database", "jdbc:postgresql://db/muster", "dir", "/var/muster"));
    }

    private static ConsoleOptions read(Map<String, String> settings) {
        return ConsoleOptions.read(settings::get, Map.of());
    }
}
