package io.muster.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What the console may know. */
class LayersTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.muster.console");

    @Test
    void theConsoleKnowsTheTopicsAndNotHowTheyAreMade() {
        assertTrue(OURS.size() > 5, () -> OURS.size() + " classes");
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.flink..",
                        "io.muster.rules..",
                        "io.muster.stream..",
                        "io.muster.simulator..",
                        "io.muster.broker..",
                        "io.muster.launcher..")
                .check(OURS);
    }

    @Test
    void whatIsShownNowDoesNotKnowTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.muster.console.history..",
                        "io.muster.console.users..",
                        "io.muster.console.api..",
                        // A program of its own, that fills a database.
                        "io.muster.console.measure..")
                .and()
                .doNotHaveSimpleName("ConsoleApp")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.muster.console.history..", "java.sql..", "org.springframework.jdbc..")
                .check(OURS);
    }

    @Test
    void theConsoleIsMeasuredFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.muster.console.measure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.muster.console.measure..")
                .check(OURS);
    }
}
