package io.muster.simulator.radio;

import io.muster.simulator.chance.Draw;
import io.muster.simulator.movement.Motion;
import io.muster.simulator.movement.Pose;
import io.muster.simulator.people.Person;
import io.muster.simulator.people.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One tag on the air: a fix each period at a phase of its own, sightings of beacons in between if its person has no better tag, and a word about its battery
 * now and then. What it draws belongs to (seed, member, technology, number of the tag) and what kind of message it is for, so that nobody else, no fault and
 * no way of cutting the time moves it.
 */
final class TagRadio {
    /** Of one tag: fixes, sightings, status. */
    static final int STREAMS = 3;

    static final long STATUS_EVERY_MILLIS = 600_000;
    /** Just switched on, a tag says twice how it is, so that its sensor is known of. */
    static final long FIRST_STATUS_MILLIS = 60_000;

    private static final long SWITCHED_ON_MILLIS = 2 * FIRST_STATUS_MILLIS;
    private static final long[] FELT_BEFORE_MILLIS = {3_000, 7_000};
    private static final double FELT_METRES = 0.01;
    private static final double FORGED_SIGMA_METRES = 0.2;

    private final Tag tag;
    private final boolean uwb;
    private final boolean hearsBeacons;
    private final long period;
    private final Motion owner;
    private final TagFaults own;
    /** Nothing is wrong with its tags at any given time. */
    private final boolean isSpared;

    private final VendorFaults vendor;
    private final PositionError error;
    private final LocationLine lines;
    private final Battery battery;
    private final Sender fixes;
    private final Sender sightings;
    private final Sender statuses;
    /** What others say in the name of the tag; its draws are its own. */
    private final Sender forgeries;

    private final Draw forgedNoise;
    private final Draw distances;
    /** Simulated times of the next fix, look for beacons, and status. */
    private long nextFix;

    private long nextForged;
    private long nextSighting;
    private long nextStatus;
    private long lastWords;
    private long silentCycle = -1;
    private List<Interval> silences = List.of();

    /**
     * @param number among the tags of its technology that the person has, from 0
     * @param firstStream of {@link #STREAMS} in the schedule
     */
    TagRadio(Person person, Tag tag, int number, RadioOptions options, RadioFaults faults, long seed, int firstStream) {
        this.tag = tag;
        this.uwb = tag.technology() == Tag.Technology.UWB;
        this.hearsBeacons = !person.hasUwb();
        Ranging ranging = options.of(uwb);
        this.period = ranging.periodMillis();
        this.owner = person.motion();
        this.own = faults.tags(person);
        this.isSpared = own.equals(TagFaults.NONE);
        this.vendor = faults.vendor(uwb);
        String name = name(person, tag, number);
        this.error = new PositionError(ranging, seed, name);
        this.lines = new LocationLine(tag, ranging.accuracyMetres());
        this.battery = new Battery(Draw.of(seed, "battery " + name, 0));
        byte[] key = tag.providerId().getBytes(StandardCharsets.UTF_8);
        ChannelOptions channel = options.channel();
        this.fixes = new Sender(
                uwb ? Vendors.UWB_LOCATIONS : Vendors.BLE_LOCATIONS,
                key,
                firstStream,
                vendor,
                channel,
                seed,
                "fix " + name);
        this.sightings =
                new Sender(Vendors.BLE_SIGHTINGS, key, firstStream + 1, vendor, channel, seed, "sighting " + name);
        this.statuses = new Sender(
                uwb ? Vendors.UWB_STATUS : Vendors.BLE_STATUS,
                key,
                firstStream + 2,
                vendor,
                channel,
                seed,
                "status " + name);
        this.forgeries = new Sender(
                uwb ? Vendors.UWB_LOCATIONS : Vendors.BLE_LOCATIONS,
                key,
                firstStream,
                vendor,
                channel,
                seed,
                "forged " + name);
        this.forgedNoise = Draw.of(seed, "forged " + name, 0);
        this.distances = Draw.of(seed, "sighting " + name, 0);
        Draw phase = Draw.of(seed, "phase " + name, 0);
        this.nextFix = phase.between(0L, period - 1);
        this.nextForged = own.forgeries().isEmpty() ? Long.MAX_VALUE : nextFix + period / 2;
        this.nextSighting = hearsBeacons ? nextFix + period / 2 : Long.MAX_VALUE;
        this.nextStatus = phase.between(0L, FIRST_STATUS_MILLIS - 1);
        this.lastWords = own.deathMillis() == Long.MAX_VALUE ? Long.MAX_VALUE : firstLastWords(0, faults);
    }

    /** How draws name a tag. */
    static String name(Person person, Tag tag, int number) {
        return (tag.technology() == Tag.Technology.UWB ? "uwb " : "ble ") + number + " " + person.member();
    }

    /** Sends everything that this tag makes before {@code untilMillis} of simulated time. */
    void run(long untilMillis, Air air) {
        for (; nextFix < untilMillis; nextFix += period) {
            if (isOnAir(nextFix, air)) {
                fix(nextFix, air);
            }
        }
        for (; nextForged < untilMillis; nextForged += period) {
            forge(nextForged, air);
        }
        for (; nextSighting < untilMillis; nextSighting += period) {
            if (isOnAir(nextSighting, air)) {
                look(nextSighting, air);
            }
        }
        while (Math.min(nextStatus, lastWords) < untilMillis) {
            long at = Math.min(nextStatus, lastWords);
            if (isOnAir(at, air)) {
                status(at, air);
            }
            if (nextStatus == at) {
                nextStatus += at + FIRST_STATUS_MILLIS < SWITCHED_ON_MILLIS ? FIRST_STATUS_MILLIS : STATUS_EVERY_MILLIS;
            }
            if (lastWords == at) {
                lastWords = nextLastWords(at, air.faults());
            }
        }
    }

    /** Fills the pose with where the tag truly is, too. */
    private boolean isOnAir(long millis, Air air) {
        Pose pose = air.pose();
        if (isSpared) {
            owner.at(millis, pose);
            return !pose.absent;
        }
        long local = air.faults().local(millis);
        own.carrier(local, owner).at(millis, pose);
        return !pose.absent
                && !own.isDead(local)
                && !isSilent(local, air.faults().cycle(millis));
    }

    private boolean isSilent(long local, long cycle) {
        if (!own.hasSilences()) {
            return false;
        }
        if (cycle != silentCycle) {
            silentCycle = cycle;
            silences = own.silences(cycle);
        }
        for (Interval silence : silences) {
            if (silence.contains(local)) {
                return true;
            }
        }
        return false;
    }

    private void fix(long millis, Air air) {
        error.advance(millis);
        if (fixes.isHeard(millis, air)) {
            Pose pose = air.pose();
            byte[] value = lines.location(
                    air.line(),
                    pose.x + error.x(),
                    pose.y + error.y(),
                    error.floor(pose.floor),
                    clockMillis(millis, air));
            fixes.send(value, air);
        }
    }

    /** Who forges does it as well as a tag would. */
    private void forge(long millis, Air air) {
        TagFaults.Forgery forgery = own.forgery(air.faults().local(millis));
        if (forgery == null) {
            return;
        }
        Pose pose = air.pose();
        pose.x = forgery.x();
        pose.y = forgery.y();
        pose.floor = forgery.floor();
        if (forgeries.isHeard(millis, air)) {
            byte[] value = lines.location(
                    air.line(),
                    forgery.x() + FORGED_SIGMA_METRES * forgedNoise.gaussian(),
                    forgery.y() + FORGED_SIGMA_METRES * forgedNoise.gaussian(),
                    forgery.floor(),
                    clockMillis(millis, air));
            forgeries.send(value, air);
        }
    }

    /** The distance that the vendor claims is 20 % wrong at one sigma. */
    private void look(long millis, Air air) {
        Pose pose = air.pose();
        for (Beacon beacon : air.beacons()) {
            double metres = beacon.floor() == pose.floor ? beacon.distanceTo(pose.x, pose.y) : Double.MAX_VALUE;
            if (metres <= beacon.reachMetres()) {
                double claimed = Math.max(0.1, metres * (1 + 0.2 * distances.gaussian()));
                if (sightings.isHeard(millis, air)) {
                    sightings.send(lines.sighting(air.line(), beacon, claimed, clockMillis(millis, air)), air);
                }
            }
        }
    }

    private void status(long millis, Air air) {
        if (statuses.isHeard(millis, air)) {
            long local = air.faults().local(millis);
            long left = own.deathMillis() == Long.MAX_VALUE ? Long.MAX_VALUE : own.deathMillis() - local;
            byte[] value = StatusLine.write(
                    air.line(),
                    tag,
                    clockMillis(millis, air),
                    battery.percent(millis, left),
                    StatusLine.Button.NONE,
                    isStill(millis, local, air),
                    false);
            statuses.send(value, air);
        }
    }

    /** What the vendor's clock shows (epoch). */
    private long clockMillis(long millis, Air air) {
        return air.startMillis() + millis + vendor.clockOffsetMillis(millis);
    }

    /** Somebody who stands sways; only who lies, or a tag that lies, does not move at all. */
    private boolean isStill(long millis, long local, Air air) {
        Pose pose = air.pose();
        double x = pose.x;
        double y = pose.y;
        Motion carrier = own.carrier(local, owner);
        for (long before : FELT_BEFORE_MILLIS) {
            carrier.at(millis - before, pose);
            if (Math.abs(pose.x - x) > FELT_METRES || Math.abs(pose.y - y) > FELT_METRES) {
                return false;
            }
        }
        return true;
    }

    private long firstLastWords(long cycle, RadioFaults faults) {
        long begin = own.deathMillis() - Battery.LAST_MILLIS;
        long early = begin < 0 ? Math.floorMod(begin, Battery.LAST_WORDS_EVERY_MILLIS) : begin;
        return (cycle == 0 ? 0 : cycle * faults.cycleMillis()) + early;
    }

    private long nextLastWords(long at, RadioFaults faults) {
        long next = at + Battery.LAST_WORDS_EVERY_MILLIS;
        if (!own.isDead(faults.local(next)) && faults.cycle(next) == faults.cycle(at)) {
            return next;
        }
        return faults.cycleMillis() == Long.MAX_VALUE ? Long.MAX_VALUE : firstLastWords(faults.cycle(at) + 1, faults);
    }
}
