package io.muster.contract.neighbour;

import io.muster.contract.codec.Json;
import io.muster.contract.codec.Limits;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.value.AlarmCommand;

/** Reads what tags, neighbouring systems and control rooms send, within {@link Limits#RECORD}. Unknown fields are passed over. */
public final class NeighbourReader {

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static ProviderStatus providerStatus(byte[] bytes) throws Unreadable {
        return Json.read(bytes, ProviderStatus.class);
    }

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static Permit permit(byte[] bytes) throws Unreadable {
        return Json.read(bytes, Permit.class);
    }

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static GasAlarm gasAlarm(byte[] bytes) throws Unreadable {
        return Json.read(bytes, GasAlarm.class);
    }

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static Evacuation evacuation(byte[] bytes) throws Unreadable {
        return Json.read(bytes, Evacuation.class);
    }

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static GatePass gatePass(byte[] bytes) throws Unreadable {
        return Json.read(bytes, GatePass.class);
    }

    /** @throws Unreadable with the reason, where a field is missing or no such thing */
    public static InfrastructureStatus infrastructureStatus(byte[] bytes) throws Unreadable {
        return Json.read(bytes, InfrastructureStatus.class);
    }

    /**
     * What is asked for, not whether it may be done: that is decided by the alarm desk, with an answer.
     *
     * @throws Unreadable with the reason, where a field is missing or no such thing
     */
    public static AlarmCommand alarmCommand(byte[] bytes) throws Unreadable {
        return Json.read(bytes, AlarmCommand.class);
    }

    private NeighbourReader() {}
}
