package io.muster.rules.device;

import java.io.Serializable;

/**
 * What is wrong with tags and vendors. None of the numbers is public but the 10 s and 5 s of sampling that the silence of a feed rests on.
 *
 * @param lowBatteryPercent below this a battery is low
 * @param goodBatteryPercent above this it is good again, >= lowBatteryPercent
 * @param unknownForgetMillis an unknown tag that has been silent for so long is gone
 * @param offlineForgetMillis whoever has not been heard for so long is not told as offline, or as not wearing, any more
 * @param noTagMillis somebody who has passed in is to be heard within this time (AQ 3064.3 4.6)
 * @param feedSilentMillis nothing of a vendor for so long is silence
 * @param feedTags of a vendor with fewer tags heard nobody can say whether it is silent or they are, >= 1
 * @param clockTags so many tags with a wrong clock, or all that are heard, make it the vendor's, >= 1
 * @param forgedMetres farther than this, and what a person walks, is no error of a radio
 * @param forgedJumps so many of these jumps, >= 2 (one is a swap, or a lift)
 * @param forgedWithinMillis within this time
 * @param forgedQuietMillis no such jump for so long ends it
 * @param swapMetres how far apart two places may be to be one, beside the accuracies
 * @param swapTogetherMillis two jumps within this time are one event, >= 0
 * @param swapLastsMillis neither may jump again for so long: an excursion of a radio is shorter
 * @param planVersion of the plan under which they hold; empty = there is none
 */
public record DeviceOptions(
        int lowBatteryPercent,
        int goodBatteryPercent,
        long unknownForgetMillis,
        long offlineForgetMillis,
        long noTagMillis,
        long feedSilentMillis,
        int feedTags,
        int clockTags,
        double forgedMetres,
        int forgedJumps,
        long forgedWithinMillis,
        long forgedQuietMillis,
        double swapMetres,
        long swapTogetherMillis,
        long swapLastsMillis,
        String planVersion)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public DeviceOptions {
        if (goodBatteryPercent < lowBatteryPercent) {
            throw new IllegalArgumentException("device.battery_good must not be below device.battery_low ("
                    + lowBatteryPercent + "), was " + goodBatteryPercent);
        }
    }

    public static DeviceOptions standard() {
        return new DeviceOptions(
                20, 25, 300_000, 43_200_000, 30_000, 10_000, 5, 3, 35, 3, 15_000, 30_000, 6, 8_000, 5_000, "");
    }

    /** The same, as they hold under a plan. */
    public DeviceOptions under(String version) {
        return new DeviceOptions(
                lowBatteryPercent,
                goodBatteryPercent,
                unknownForgetMillis,
                offlineForgetMillis,
                noTagMillis,
                feedSilentMillis,
                feedTags,
                clockTags,
                forgedMetres,
                forgedJumps,
                forgedWithinMillis,
                forgedQuietMillis,
                swapMetres,
                swapTogetherMillis,
                swapLastsMillis,
                version);
    }
}
