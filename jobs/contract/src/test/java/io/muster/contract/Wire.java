package io.muster.contract;

import io.muster.contract.neighbour.Evacuation;
import io.muster.contract.neighbour.GasAlarm;
import io.muster.contract.neighbour.GatePass;
import io.muster.contract.neighbour.InfrastructureStatus;
import io.muster.contract.neighbour.Permit;
import io.muster.contract.neighbour.ProviderStatus;
import io.muster.contract.omlox.Fence;
import io.muster.contract.omlox.FenceEvent;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Proximity;
import io.muster.contract.omlox.Trackable;
import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.FenceEventProperties;
import io.muster.contract.value.GatheringEvent;
import io.muster.contract.value.Notification;
import io.muster.contract.value.OccupancyWindow;
import io.muster.contract.value.TruthLine;
import io.muster.contract.value.ZoneOccupancy;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the contract consists of, for tests that walk it. */
public final class Wire {
    public static final List<Class<?>> VALUES = List.of(
            Location.class,
            Proximity.class,
            Trackable.class,
            Fence.class,
            FenceEvent.class,
            FenceEventProperties.class,
            TrackableMotion.class,
            ZoneOccupancy.class,
            OccupancyWindow.class,
            GatheringEvent.class,
            Alarm.class,
            AlarmCommand.class,
            Notification.class,
            Compliance.class,
            TruthLine.class,
            ProviderStatus.class,
            Permit.class,
            GasAlarm.class,
            Evacuation.class,
            GatePass.class,
            InfrastructureStatus.class);

    /** The record that a golden file, named after it, holds. */
    public static Class<?> type(Path file) {
        String name = file.getFileName().toString().replace(".json", "");
        return VALUES.stream()
                .filter(type -> type.getSimpleName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value is called " + name));
    }

    /** Field names on the wire. */
    public static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(Wire::snake)
                .toList();
    }

    public static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    private Wire() {}
}
