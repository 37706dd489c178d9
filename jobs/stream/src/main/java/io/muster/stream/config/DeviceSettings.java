package io.muster.stream.config;

import io.muster.rules.device.DeviceOptions;
import io.muster.rules.identify.TagOptions;

/** What is wrong with tags and vendors. */
final class DeviceSettings {

    static TagOptions tags(Settings s) {
        return new TagOptions(
                s.millis("device.silent_after", 1_000),
                s.metres("device.jump", 0),
                s.metresPerSecond("device.walk"),
                s.millis("device.clock_right_after", 0),
                // One number: how long an excursion of a radio lasts.
                s.millis("device.swap_lasts", 0));
    }

    static DeviceOptions of(Settings s) {
        return new DeviceOptions(
                s.count("device.battery_low", 1),
                s.count("device.battery_good", 1),
                s.millis("device.unknown_forgotten_after", 0),
                s.millis("device.offline_forgotten_after", 0),
                s.millis("device.no_tag_after", 1),
                s.millis("device.feed_silent_after", 1_000),
                s.count("device.feed_tags", 1),
                s.count("device.clock_tags", 1),
                s.metres("device.forged", 1),
                s.count("device.forged_jumps", 2),
                s.millis("device.forged_within", 0),
                s.millis("device.forged_quiet", 0),
                s.metres("device.swap", 0),
                s.millis("device.swap_together", 0),
                s.millis("device.swap_lasts", 0),
                "");
    }

    private DeviceSettings() {}
}
