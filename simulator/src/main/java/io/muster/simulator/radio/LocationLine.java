package io.muster.simulator.radio;

import io.muster.simulator.people.Tag;
import java.nio.charset.StandardCharsets;

/** Writes what one tag sends about where it is: omlox Locations and Proximities. All that stays the same is written once. */
final class LocationLine {
    private static final byte[] HEAD = ascii("{\"position\":{\"type\":\"Point\",\"coordinates\":[");
    private static final byte[] SENT = ascii("\",\"timestamp_sent\":\"");

    private final byte[] afterPosition;
    private final byte[] afterTimes;
    private final byte[] afterSource;

    LocationLine(Tag tag, double accuracyMetres) {
        boolean uwb = tag.technology() == Tag.Technology.UWB;
        String type = uwb ? "\",\"provider_type\":\"uwb" : "\",\"provider_type\":\"ibeacon";
        String id = type + "\",\"provider_id\":\"" + tag.providerId() + "\",\"timestamp_generated\":\"";
        this.afterPosition = ascii("]},\"source\":\"" + (uwb ? Vendors.UWB : Vendors.BLE) + id);
        this.afterSource = ascii(id);
        this.afterTimes = new JsonLine()
                .text("\",\"crs\":\"local\",\"accuracy\":")
                .metres(accuracyMetres)
                .text(",\"floor\":")
                .bytes();
    }

    /** @param generated instant by the vendor's clock (epoch); sent when generated, to the millisecond: what the network adds is seen at the broker only */
    byte[] location(JsonLine line, double x, double y, int floor, long generated) {
        line.reset().raw(HEAD).metres(x).text(",").metres(y).raw(afterPosition);
        times(line, generated);
        return line.raw(afterTimes).whole(floor).text("}").bytes();
    }

    /** @param metres how far away the vendor says that the beacon is */
    byte[] sighting(JsonLine line, Beacon beacon, double metres, long generated) {
        line.reset().text("{\"source\":\"").text(beacon.source()).raw(afterSource);
        times(line, generated);
        return line.text("\",\"accuracy\":").metres(metres).text("}").bytes();
    }

    private static void times(JsonLine line, long generated) {
        line.time(generated).raw(SENT).time(generated);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
