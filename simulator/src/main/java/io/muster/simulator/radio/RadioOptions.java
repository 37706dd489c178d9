package io.muster.simulator.radio;

import java.util.ArrayList;
import java.util.List;

/**
 * The errors of the two vendors, every rate a number. What is wrong at a given time is a {@link Fault}.
 *
 * @param channel of both vendors
 */
public record RadioOptions(Ranging uwb, Ranging ble, ChannelOptions channel) {

    /** @throws IllegalArgumentException naming everything that is wrong with the parts */
    public RadioOptions {
        List<String> faults = new ArrayList<>();
        uwb.check(faults, "uwb");
        ble.check(faults, "ble");
        channel.check(faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** UWB 1 s, 0.3 m; BLE 2 s, 2.5 m; delay 30..250 ms; loss 1 %, duplicates 0.2 %, disorder 0.2 % up to 1.3 s; no bias, no excursions. */
    public static RadioOptions defaults() {
        return new RadioOptions(
                Ranging.noise(1000, 0.3, 0.7, 0.5),
                Ranging.noise(2000, 2.5, 0.7, 3.0),
                new ChannelOptions(30, 250, 0.01, 0.002, 0.002, 1300));
    }

    /** The same periods without any noise, loss, duplicate or disorder, and one fixed delay of 30 ms. */
    public static RadioOptions perfect() {
        return new RadioOptions(
                Ranging.noise(1000, 0, 0, 0.5), Ranging.noise(2000, 0, 0, 3.0), ChannelOptions.perfect(30));
    }

    public RadioOptions withUwb(Ranging value) {
        return new RadioOptions(value, ble, channel);
    }

    public RadioOptions withBle(Ranging value) {
        return new RadioOptions(uwb, value, channel);
    }

    public RadioOptions withChannel(ChannelOptions value) {
        return new RadioOptions(uwb, ble, value);
    }

    /** Every number that is not 0, for the first line of a run. */
    public String describe() {
        return "uwb=[" + uwb.describe() + "] ble=[" + ble.describe() + "] channel=[" + channel.describe() + "]";
    }

    Ranging of(boolean isUwb) {
        return isUwb ? uwb : ble;
    }
}
