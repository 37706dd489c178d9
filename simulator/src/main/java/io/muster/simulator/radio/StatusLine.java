package io.muster.simulator.radio;

import io.muster.simulator.people.Tag;

/** What a tag says about itself, on the topic {@code provider-status.<vendor>} under its provider id: JSON as told by {@code docs/asyncapi.yaml}. */
public final class StatusLine {
    /** The button of a tag. */
    public enum Button {
        NONE("none"),
        SOS("sos");

        private final String wire;

        Button(String wire) {
            this.wire = wire;
        }

        /** The word in the message. */
        public String wire() {
            return wire;
        }
    }

    private StatusLine() {}

    /**
     * @param line a buffer, which is written over
     * @param generatedMillis instant by the vendor's clock (epoch)
     * @param batteryPercent 0..100
     * @param still whether the sensor has felt no movement for seconds
     * @param fall whether the sensor has felt a fall
     * @return JSON, UTF-8
     */
    public static byte[] write(
            JsonLine line,
            Tag tag,
            long generatedMillis,
            int batteryPercent,
            Button button,
            boolean still,
            boolean fall) {
        boolean uwb = tag.technology() == Tag.Technology.UWB;
        return line.reset()
                .text("{\"provider_id\":\"")
                .text(tag.providerId())
                .text("\",\"provider_type\":\"")
                .text(uwb ? "uwb" : "ibeacon")
                .text("\",\"source\":\"")
                .text(uwb ? Vendors.UWB : Vendors.BLE)
                .text("\",\"timestamp_generated\":\"")
                .time(generatedMillis)
                .text("\",\"timestamp_sent\":\"")
                .time(generatedMillis)
                .text("\",\"battery_percent\":")
                .whole(batteryPercent)
                .text(",\"button\":\"")
                .text(button.wire())
                .text(still ? "\",\"motion\":\"still\"" : "\",\"motion\":\"moving\"")
                .text(fall ? ",\"fall\":true}" : ",\"fall\":false}")
                .bytes();
    }
}
