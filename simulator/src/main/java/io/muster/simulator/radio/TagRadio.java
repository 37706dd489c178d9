package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One tag on the air: a fix each period at a phase of its own, and, if it is all a person has, sightings of beacons in between. */
final class TagRadio {
    private final String providerId;
    private final byte[] key;
    private final boolean uwb;
    private final boolean hearsBeacons;
    private final long period;
    private final double accuracy;
    private final Motion motion;
    private final CorrelatedNoise noise;
    private final Channel channel;
    private final Draw sightingDraw;
    /** Simulated time of the next fix, and of the next look for beacons. */
    private long nextFix;

    private long nextSighting;

    /** Where the traffic puts what is sent. */
    interface Outlet {
        void put(long emissionMillis, String topic, byte[] key, byte[] value);
    }

    TagRadio(Person person, Tag tag, RadioOptions options, long seed) {
        this.providerId = tag.providerId();
        this.key = providerId.getBytes(StandardCharsets.UTF_8);
        this.uwb = tag.technology() == Tag.Technology.UWB;
        this.hearsBeacons = !person.hasUwb();
        Ranging ranging = options.of(uwb);
        this.period = ranging.periodMillis();
        this.accuracy = ranging.accuracyMetres();
        this.motion = person.motion();
        String stream = uwb ? "uwb" : "ble";
        this.noise = new CorrelatedNoise(
                ranging.sigmaMetres(), ranging.correlation(), Draw.of(seed, stream + " noise", person.index()));
        this.channel = new Channel(options.channel(), Draw.of(seed, stream + " channel", person.index()));
        this.sightingDraw = Draw.of(seed, stream + " sighting", person.index());
        this.nextFix = Draw.of(seed, stream + " phase", person.index()).between(0L, period - 1);
        this.nextSighting = nextFix + period / 2;
    }

    /** Sends everything that this tag makes before {@code untilMillis} of simulated time. */
    void run(long untilMillis, long startMillis, List<Beacon> beacons, Pose pose, JsonLine line, Outlet out) {
        while (nextFix < untilMillis) {
            motion.at(nextFix, pose);
            noise.advance();
            long generated = startMillis + nextFix;
            if (!channel.loses()) {
                send(
                        generated,
                        uwb ? Vendors.UWB_LOCATIONS : Vendors.BLE_LOCATIONS,
                        location(generated, pose, line),
                        out);
            }
            nextFix += period;
        }
        while (hearsBeacons && nextSighting < untilMillis) {
            motion.at(nextSighting, pose);
            long generated = startMillis + nextSighting;
            for (Beacon beacon : beacons) {
                double metres = beacon.distanceTo(pose.x, pose.y);
                if (beacon.floor() == pose.floor && metres <= beacon.reachMetres() && !channel.loses()) {
                    send(generated, Vendors.BLE_SIGHTINGS, sighting(generated, beacon, metres, line), out);
                }
            }
            nextSighting += period;
        }
    }

    private void send(long generated, String topic, byte[] value, Outlet out) {
        long emission = generated + channel.delayMillis();
        out.put(emission, topic, key, value);
        long again = channel.duplicateAfterMillis();
        if (again > 0) {
            out.put(emission + again, topic, key, value);
        }
    }

    private byte[] location(long generated, Pose pose, JsonLine line) {
        line.reset()
                .text("{\"position\":{\"type\":\"Point\",\"coordinates\":[")
                .metres(pose.x + noise.x())
                .text(",")
                .metres(pose.y + noise.y())
                .text(uwb ? "]},\"source\":\"" + Vendors.UWB : "]},\"source\":\"" + Vendors.BLE)
                .text(uwb ? "\",\"provider_type\":\"uwb\"" : "\",\"provider_type\":\"ibeacon\"")
                .text(",\"provider_id\":\"")
                .text(providerId);
        times(generated, line);
        return line.text("\",\"crs\":\"local\",\"accuracy\":")
                .metres(accuracy)
                .text(",\"floor\":")
                .whole(pose.floor)
                .text("}")
                .bytes();
    }

    /** The distance that the vendor claims is 20 % wrong at one sigma. */
    private byte[] sighting(long generated, Beacon beacon, double metres, JsonLine line) {
        double claimed = Math.max(0.1, metres * (1 + 0.2 * sightingDraw.gaussian()));
        line.reset()
                .text("{\"source\":\"")
                .text(beacon.source())
                .text("\",\"provider_type\":\"ibeacon\",\"provider_id\":\"")
                .text(providerId);
        times(generated, line);
        return line.text("\",\"accuracy\":").metres(claimed).text("}").bytes();
    }

    /** Sent when generated, to the millisecond: what the network adds is seen at the broker only. */
    private static void times(long generated, JsonLine line) {
        line.text("\",\"timestamp_generated\":\"")
                .time(generated)
                .text("\",\"timestamp_sent\":\"")
                .time(generated);
    }
}
