package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Pose;

/** One kind of message of one tag on its way: whether it is heard at all, and when. Its draws are its own, so that another kind does not move them. */
final class Sender {
    private final String topic;
    private final byte[] key;
    private final int stream;
    private final VendorFaults vendor;
    private final Channel channel;
    private final Draw blindness;
    private long madeMillis;
    private long dueMillis;
    private long againMillis;

    /**
     * @param topic without the site
     * @param stream in the schedule
     * @param name of the tag and the kind, for the draws
     */
    Sender(String topic, byte[] key, int stream, VendorFaults vendor, ChannelOptions options, long seed, String name) {
        this.topic = topic;
        this.key = key;
        this.stream = stream;
        this.vendor = vendor;
        this.channel = new Channel(options, Draw.of(seed, "channel " + name, 0));
        this.blindness = Draw.of(seed, "blindness " + name, 0);
    }

    /**
     * Whether a message made now, where the pose of the air says that the tag is, arrives one day; then {@link #send} sends it. Draws the same whether a fault
     * takes it or not, so a fault changes nothing after it.
     */
    boolean isHeard(long millis, Air air) {
        if (channel.loses()) {
            return false;
        }
        madeMillis = millis;
        dueMillis = vendor.arrivalMillis(millis, channel.delayMillis());
        againMillis = channel.duplicateAfterMillis();
        return dueMillis != VendorFaults.NEVER && !isBlind(millis, air);
    }

    /** A second copy takes the same way, so it waits where the first one waited. */
    void send(byte[] value, Air air) {
        air.put(dueMillis, stream, new TimedMessage(air.startMillis() + dueMillis, topic, key, value));
        if (againMillis > 0) {
            long second = vendor.arrivalMillis(madeMillis, dueMillis - madeMillis + againMillis);
            air.put(second, stream, new TimedMessage(air.startMillis() + second, topic, key, value));
        }
    }

    private boolean isBlind(long millis, Air air) {
        if (air.faults().blindSpots().isEmpty()) {
            return false;
        }
        Pose pose = air.pose();
        long local = air.faults().local(millis);
        for (RadioFaults.BlindSpot spot : air.faults().blindSpots()) {
            if (spot.span().contains(local)
                    && spot.zone().contains(pose.x, pose.y, pose.floor)
                    && blindness.happens(spot.loss())) {
                return true;
            }
        }
        return false;
    }
}
