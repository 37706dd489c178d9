package io.muster.rules.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.muster.rules.gathering.Bucket;
import io.muster.rules.gathering.GatheringOptions;
import io.muster.rules.gathering.GatheringOutput;
import io.muster.rules.gathering.GatheringRule;
import io.muster.rules.gathering.GatheringState;
import io.muster.rules.gathering.Group;
import io.muster.rules.gathering.Person;
import io.muster.rules.occupancy.OccupancyOptions;
import io.muster.rules.occupancy.OccupancyOutput;
import io.muster.rules.occupancy.OccupancyRule;
import io.muster.rules.occupancy.OccupancyState;
import io.muster.rules.occupancy.ZoneInput;
import io.muster.rules.window.WindowInput;
import io.muster.rules.window.WindowOptions;
import io.muster.rules.window.WindowRule;
import io.muster.rules.window.WindowState;
import io.muster.rules.window.ZoneWindow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counting, gathering and alarms send and remember can be carried without a general serialiser. */
class CountingCarriedTest {
    private static final Set<Type> PLAIN = Set.of(
            int.class,
            long.class,
            double.class,
            boolean.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class,
            String.class);

    @ParameterizedTest
    @ValueSource(
            classes = {
                OccupancyState.class,
                ZoneInput.class,
                OccupancyOutput.class,
                WindowState.class,
                WindowInput.class,
                ZoneWindow.class,
                GatheringState.class,
                GatheringOutput.class,
                AlarmDeskState.class,
                Finding.class,
                AlarmChange.class
            })
    void recordsAreMadeOfPlainThings(Class<?> type) {
        List<String> faults = new ArrayList<>();
        look(type, type.getSimpleName(), faults);
        assertEquals(List.of(), faults);
    }

    private static void look(Type type, String at, List<String> faults) {
        if (type instanceof ParameterizedType generic
                && (generic.getRawType() == List.class || generic.getRawType() == Map.class)) {
            for (Type of : generic.getActualTypeArguments()) {
                look(of, at + "[]", faults);
            }
        } else if (type instanceof Class<?> c && c.isRecord()) {
            if (!Modifier.isPublic(c.getModifiers())) {
                faults.add(at + " is not public");
            }
            for (RecordComponent part : c.getRecordComponents()) {
                look(part.getGenericType(), at + "." + part.getName(), faults);
            }
        } else if (!PLAIN.contains(type) && !(type instanceof Class<?> e && e.isEnum())) {
            faults.add(at + " is a " + type.getTypeName());
        }
    }

    /** State that was written before a field existed brings null for it. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                OccupancyState.class,
                WindowState.class,
                GatheringState.class,
                Bucket.class,
                Person.class,
                Group.class,
                AlarmState.class,
                AlarmDeskState.class,
                Drawer.class,
                Cause.class,
                Target.class,
                Handling.class
            })
    void stateMeetsItsPast(Class<?> type) throws ReflectiveOperationException {
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] nothing = Arrays.stream(parts)
                .map(part -> part == int.class
                        ? (Object) 0
                        : part == long.class
                                ? (Object) 0L
                                : part == double.class ? (Object) 0.0 : part == boolean.class ? (Object) false : null)
                .toArray();
        assertNotNull(type.getDeclaredConstructor(parts).newInstance(nothing));
    }

    @Test
    void rulesTravelToTheWorkers() throws IOException, ClassNotFoundException {
        for (Serializable rule : List.<Serializable>of(
                new OccupancyRule(OccupancyOptions.defaults()),
                new WindowRule(new WindowOptions(2_000)),
                new GatheringRule(GatheringOptions.cycle(2_000)),
                new AlarmDeskRule(AlarmOptions.defaults(), DeskStory.NAMES))) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(rule);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                assertEquals(rule.getClass(), in.readObject().getClass());
            }
        }
    }
}
