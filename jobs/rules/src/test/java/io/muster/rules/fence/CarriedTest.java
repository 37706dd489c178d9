package io.muster.rules.fence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.muster.rules.fuse.FuseOptions;
import io.muster.rules.fuse.FuseRule;
import io.muster.rules.fuse.FuseState;
import io.muster.rules.fuse.Position;
import io.muster.rules.place.PlaceOptions;
import io.muster.rules.place.Placed;
import io.muster.rules.place.Placer;
import io.muster.rules.sample.Sample;
import io.muster.rules.sample.SampleOptions;
import io.muster.rules.sample.SampleRule;
import io.muster.rules.sample.SampleState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What travels between machines and what is kept in state can be carried without a general serialiser. */
class CarriedTest {

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
                FuseState.class,
                FenceState.class,
                SampleState.class,
                Position.class,
                Placed.class,
                PresenceChange.class,
                Sample.class
            })
    void recordsAreMadeOfPlainThings(Class<?> type) {
        List<String> faults = new ArrayList<>();
        look(type, type.getSimpleName(), faults);
        assertEquals(List.of(), faults);
    }

    private static void look(Type type, String at, List<String> faults) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            look(list.getActualTypeArguments()[0], at + "[]", faults);
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
    @ValueSource(classes = {FuseState.class, FenceState.class, SampleState.class, Stay.class})
    void stateMeetsItsPast(Class<?> type) throws ReflectiveOperationException {
        Class<?>[] parts = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> canonical = type.getDeclaredConstructor(parts);
        Object[] nothing = Arrays.stream(parts)
                .map(part -> part == int.class ? (Object) 0 : part == long.class ? (Object) 0L : null)
                .toArray();
        assertNotNull(canonical.newInstance(nothing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fuse", "place", "fence", "sample"})
    void rulesTravelToTheWorkers(String rule) throws IOException, ClassNotFoundException {
        Serializable what =
                switch (rule) {
                    case "fuse" -> new FuseRule(FuseOptions.standard());
                    case "place" -> new Placer(PlaceOptions.standard());
                    case "fence" -> new FenceRule(FenceOptions.standard());
                    default -> new SampleRule(SampleOptions.standard());
                };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(what);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(what.getClass(), in.readObject().getClass());
        }
    }
}
