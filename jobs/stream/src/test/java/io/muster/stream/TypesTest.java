package io.muster.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.rules.time.PartitionTime;
import io.muster.stream.reference.Reference;
import io.muster.stream.time.HeldRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;

/** What travels between operators, or is kept in state, is serialised field by field: never by Kryo, whose bytes no later version reads. */
class TypesTest {

    private static final Set<String> STREAM_PACKAGES =
            Set.of("io.muster.stream.time", "io.muster.stream.input", "io.muster.stream.compliance");

    @Test
    void statesInputsAndEventsOfAllRulesGoWithoutKryo() throws Exception {
        Set<Class<?>> types = typesOfRules();
        assertTrue(types.size() >= 20, types::toString);
        assertNoneByKryo(types);
    }

    @Test
    void whatIsOrderedInTheLogGoesWithoutKryo() throws Exception {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> each : classes("io.muster.rules", "io.muster.stream.decode")) {
            if (each.isRecord() && Ordered.class.isAssignableFrom(each)) {
                types.add(each);
            }
        }
        assertTrue(types.size() >= 10, types::toString);
        assertNoneByKryo(types);
    }

    @Test
    void recordsOfTheStreamGoWithoutKryo() throws Exception {
        Set<Class<?>> types =
                new LinkedHashSet<>(List.of(Reference.class, HeldRecord.class, PartitionTime.class, output()));
        for (String each : STREAM_PACKAGES) {
            for (Class<?> type : classes(each)) {
                if (type.isRecord()
                        && type.getEnclosingClass() == null
                        && type.getPackageName().equals(each)) {
                    types.add(type);
                }
            }
        }
        assertTrue(types.size() >= 8, types::toString);
        assertNoneByKryo(types);
    }

    private static Class<?> output() throws ClassNotFoundException {
        return Class.forName("io.muster.stream.output.OutputRecord");
    }

    private static void assertNoneByKryo(Set<Class<?>> types) {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : types) {
            TypeInformation<?> info = TypeInformation.of(type);
            SerializerConfigImpl config = new SerializerConfigImpl();
            config.setGenericTypes(false);
            try {
                info.createSerializer(config);
                if (!(info instanceof PojoTypeInfo)) {
                    faults.add(type.getName() + " is a " + info);
                }
            } catch (UnsupportedOperationException e) {
                faults.add(type.getName() + ": " + e.getMessage());
            }
        }
        assertEquals(List.of(), faults);
    }

    /** State, input and event of every rule, by its declaration. */
    private static Set<Class<?>> typesOfRules() throws Exception {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        for (Class<?> each : classes("io.muster.rules")) {
            for (Type declared : each.getGenericInterfaces()) {
                if (declared instanceof ParameterizedType rule
                        && rule.getRawType().equals(Rule.class)) {
                    for (Type argument : rule.getActualTypeArguments()) {
                        types.add((Class<?>) argument);
                    }
                }
            }
        }
        return types;
    }

    private static List<Class<?>> classes(String... packages) throws Exception {
        List<Class<?>> classes = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(packages)) {
            if (!each.getSimpleName().equals("package-info")) {
                classes.add(Class.forName(each.getName()));
            }
        }
        classes.sort(Comparator.comparing(Class::getName));
        return classes;
    }
}
