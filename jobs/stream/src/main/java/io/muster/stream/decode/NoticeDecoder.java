package io.muster.stream.decode;

import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.neighbour.NeighbourReader;
import io.muster.contract.neighbour.ProviderStatus;
import io.muster.contract.omlox.Point;
import io.muster.contract.value.AlarmCommand;
import io.muster.rules.context.Command;
import io.muster.rules.context.Evacuation;
import io.muster.rules.context.GasAlarm;
import io.muster.rules.context.GatePass;
import io.muster.rules.context.Notice;
import io.muster.rules.context.Permit;
import io.muster.rules.identify.StatusReport;
import io.muster.stream.input.RawRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What neighbouring systems, control rooms and tags said, at the door: taken whole, or refused whole with the reason. */
final class NoticeDecoder {

    static Notice permit(RawRecord raw, long arrivalMillis) throws Unreadable {
        var said = NeighbourReader.permit(bytes(raw));
        Point at = said.position();
        Permit permit = new Permit(
                said.permitId(),
                said.ticketType(),
                said.ticketStatus(),
                said.startTime().toEpochMilli(),
                said.endTime().toEpochMilli(),
                fence(raw, said.fenceId()),
                at == null ? null : (Double) at.x(),
                at == null ? null : (Double) at.y(),
                said.radius(),
                said.guardian(),
                said.workers().stream().sorted().toList(),
                said.approver());
        return notice(raw, arrivalMillis, said.timestamp(), permit, null, null, null);
    }

    static Notice gasAlarm(RawRecord raw, long arrivalMillis) throws Unreadable {
        var said = NeighbourReader.gasAlarm(bytes(raw));
        // A place in another frame needs the plan; there is a zone beside it, or it would not have been taken.
        boolean isLocal = said.crs() == null || said.crs().equals("local");
        Point at = isLocal ? said.position() : null;
        GasAlarm alarm = new GasAlarm(
                said.gasAlarmId(),
                said.raised(),
                fence(raw, said.fenceId()),
                at == null ? null : (Double) at.x(),
                at == null ? null : (Double) at.y(),
                said.floor(),
                said.gas());
        return notice(raw, arrivalMillis, said.timestamp(), null, alarm, null, null);
    }

    static Notice evacuation(RawRecord raw, long arrivalMillis) throws Unreadable {
        var said = NeighbourReader.evacuation(bytes(raw));
        Evacuation evacuation = new Evacuation(
                said.evacuationId(),
                switch (said.message()) {
                    case "start" -> Evacuation.Message.START;
                    case "roster" -> Evacuation.Message.ROSTER;
                    default -> Evacuation.Message.END;
                },
                Boolean.TRUE.equals(said.drill()),
                fence(raw, said.fenceId()),
                said.musterFenceIds().stream()
                        .map(each -> Ids.fenceId(raw.site(), each))
                        .sorted()
                        .toList(),
                said.personIds().stream().sorted().toList());
        return notice(raw, arrivalMillis, said.timestamp(), null, null, evacuation, null);
    }

    static Notice gatePass(RawRecord raw, long arrivalMillis) throws Unreadable {
        var said = NeighbourReader.gatePass(bytes(raw));
        GatePass pass =
                new GatePass(said.passId(), Ids.fenceId(raw.site(), said.gateFenceId()), said.trackableId(), said.in());
        return notice(raw, arrivalMillis, said.timestamp(), null, null, null, pass);
    }

    static Notice command(RawRecord raw, long arrivalMillis) throws Unreadable {
        AlarmCommand said = NeighbourReader.alarmCommand(bytes(raw));
        String type = said.target().type();
        String id = said.target().id();
        Instant until = said.until();
        Command command = new Command(
                said.commandId(),
                said.command().wire(),
                type,
                type.equals("fence") ? Ids.fenceId(raw.site(), id) : id,
                said.by(),
                said.role(),
                said.reason(),
                until == null ? null : (Long) until.toEpochMilli(),
                List.copyOf(said.kinds()),
                said.maxCount());
        return new Notice(
                raw.site(),
                null,
                null,
                null,
                null,
                command,
                arrivalMillis,
                arrivalMillis,
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.key(),
                raw.value());
    }

    static StatusReport status(RawRecord raw, long arrivalMillis, ProviderKeys keys) throws Unreadable {
        ProviderStatus said = NeighbourReader.providerStatus(bytes(raw));
        Instant at = said.timestampGenerated() == null ? said.timestampSent() : said.timestampGenerated();
        return new StatusReport(
                raw.site(),
                raw.vendor() == null ? "" : raw.vendor(),
                said.providerId(),
                keys.of(said.providerId()),
                said.batteryPercent(),
                said.pressed(),
                said.still(),
                said.fall(),
                happened(at, arrivalMillis),
                arrivalMillis,
                raw.topic(),
                raw.partition(),
                raw.offset());
    }

    private static Notice notice(
            RawRecord raw,
            long arrivalMillis,
            @Nullable Instant timestamp,
            @Nullable Permit permit,
            @Nullable GasAlarm gasAlarm,
            @Nullable Evacuation evacuation,
            @Nullable GatePass gatePass) {
        return new Notice(
                raw.site(),
                permit,
                gasAlarm,
                evacuation,
                gatePass,
                null,
                arrivalMillis,
                happened(timestamp, arrivalMillis),
                raw.topic(),
                raw.partition(),
                raw.offset());
    }

    /** By the sender's clock, but not after its arrival. */
    private static long happened(@Nullable Instant timestamp, long arrivalMillis) {
        return timestamp == null ? arrivalMillis : Math.min(timestamp.toEpochMilli(), arrivalMillis);
    }

    private static @Nullable String fence(RawRecord raw, @Nullable String id) {
        return id == null ? null : Ids.fenceId(raw.site(), id);
    }

    private static byte[] bytes(RawRecord raw) {
        byte[] value = raw.value();
        return value == null ? new byte[0] : value;
    }

    private NoticeDecoder() {}
}
