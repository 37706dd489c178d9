package io.muster.geometry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What geometry may know, and what it may show. */
@AnalyzeClasses(packages = "io.muster.geometry", importOptions = ImportOption.DoNotIncludeTests.class)
final class GeometryGuardTest {
    @ArchTest
    static final ArchRule knowsShapesAndNothingThatRuns = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.muster.geometry..",
                    "java.lang..",
                    "java.io..",
                    "java.nio.charset..",
                    "java.util..",
                    "org.locationtech.jts..",
                    "org.locationtech.proj4j..",
                    "org.jspecify.annotations..")
            .because("a rule about places must not depend on how the product runs");

    @ArchTest
    static final ArchRule readsNoClockAndRollsNoDice = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|Date|concurrent\\.ThreadLocalRandom)")
            .because("a replay must decide as the day did");

    @ArchTest
    static final ArchRule showsNoTypeOfItsTools = classes()
            .that()
            .arePublic()
            .should(new ArchCondition<>("show only types of the JDK and of ours") {
                @Override
                public void check(JavaClass shown, ConditionEvents events) {
                    for (String type : visibleTypes(shown)) {
                        if (type.startsWith("org.locationtech")) {
                            events.add(SimpleConditionEvent.violated(shown, shown.getName() + " shows " + type));
                        }
                    }
                }
            });

    /** Everything that a user of the class could name: supertypes, and types in members that are not private to the package. */
    private static List<String> visibleTypes(JavaClass shown) {
        List<String> types = new ArrayList<>();
        shown.getAllRawSuperclasses().forEach(type -> types.add(type.getName()));
        shown.getAllRawInterfaces().forEach(type -> types.add(type.getName()));
        for (JavaCodeUnit unit : shown.getCodeUnits()) {
            if (visible(unit.getModifiers())) {
                addAll(types, unit.getReturnType());
                unit.getParameterTypes().forEach(type -> addAll(types, type));
                unit.getExceptionTypes().forEach(type -> types.add(type.getName()));
            }
        }
        for (JavaField field : shown.getFields()) {
            if (visible(field.getModifiers())) {
                addAll(types, field.getType());
            }
        }
        return types;
    }

    private static boolean visible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static void addAll(List<String> types, JavaType type) {
        type.getAllInvolvedRawTypes()
                .forEach(raw -> types.add(raw.getBaseComponentType().getName()));
    }
}
