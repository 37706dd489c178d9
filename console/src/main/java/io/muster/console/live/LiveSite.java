package io.muster.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.consumer.AlarmBook;
import io.muster.consumer.AlarmChange;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.neighbour.InfrastructureStatus;
import io.muster.contract.neighbour.NeighbourReader;
import io.muster.contract.neighbour.ProviderStatus;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.TrackableMotion;
import io.muster.contract.people.PeopleFaults;
import io.muster.contract.people.PeopleReader;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanVersion;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.AlarmCommand;
import io.muster.contract.value.AlarmState;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.GatheringEvent;
import io.muster.contract.value.GatheringType;
import io.muster.contract.value.ZoneOccupancy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One site as it is now. Written by the reader's thread and the alarm subscription's, read by any.
 *
 * <p>Each change takes the next number under the lock and is there when the lock is free again: who has read {@link #version()} and asks later for what came
 * since misses nothing.
 */
public final class LiveSite {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSite.class);

    private final String id;
    private final Object lock = new Object();
    /** Guarded by the lock. */
    private long version = 1;

    private final Map<String, LivePerson> people = new ConcurrentHashMap<>();
    private final Map<String, Person> register = new ConcurrentHashMap<>();
    private final Map<String, ZoneOccupancy> occupancy = new ConcurrentHashMap<>();
    private final Map<String, GatheringEvent> gatherings = new ConcurrentHashMap<>();
    private final Map<String, LiveTag> tags = new ConcurrentHashMap<>();
    private final Map<String, InfrastructureStatus> infrastructure = new ConcurrentHashMap<>();
    /** By vendor. */
    private final Map<String, Instant> newestFixes = new ConcurrentHashMap<>();

    private final SitePlans plans = new SitePlans();
    /** Of each person the offset of the record that tells of them. */
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();

    private final CommandLedger commands = new CommandLedger();

    private final Map<String, Long> alarmVersions = new ConcurrentHashMap<>();
    private volatile @Nullable Compliance compliance;
    private volatile @Nullable AlarmBook alarms;
    private volatile long zonesVersion;
    private volatile long gatheringsVersion;
    private volatile long planVersion;
    private volatile long registerVersion;
    private volatile @Nullable Plan planBefore;

    LiveSite(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Grows with every change; 1 before the first. */
    public long version() {
        synchronized (lock) {
            return version;
        }
    }

    public Collection<LivePerson> people() {
        return people.values();
    }

    public @Nullable LivePerson person(String trackableId) {
        return people.get(trackableId);
    }

    /** Who they are, by the people of the site; null = not known there. */
    public @Nullable Person registered(String trackableId) {
        return register.get(trackableId);
    }

    public Collection<Person> register() {
        return register.values();
    }

    public Collection<ZoneOccupancy> occupancy() {
        return occupancy.values();
    }

    /** Those that have not ended. */
    public Collection<GatheringEvent> gatherings() {
        return gatherings.values();
    }

    /** Fixed devices, by what was said of each last. */
    public Collection<InfrastructureStatus> infrastructure() {
        return infrastructure.values();
    }

    public Collection<LiveTag> tags() {
        return tags.values();
    }

    /** When the newest position that rests on a tag of a vendor was heard; null = none yet, or none of its tags said whose it is. */
    public @Nullable Instant newestFix(String vendor) {
        return newestFixes.get(vendor);
    }

    public @Nullable Compliance compliance() {
        return compliance;
    }

    /** In force at this moment; null = the site has none yet. */
    public @Nullable Plan plan(Instant now) {
        PlanVersion version = plans.inForce(now);
        return version == null ? null : version.plan();
    }

    /** Every version of the plan, in the order of arrival; those that the job refused have a fault. */
    public List<PlanVersion> planVersions() {
        return plans.all();
    }

    /** Which record tells of a person: another one after every change; null = there is none. */
    public @Nullable Long revision(String trackableId) {
        return revisions.get(trackableId);
    }

    /** What became of the commands of operators. */
    public CommandLedger commands() {
        return commands;
    }

    /** Open alarms, in no order. */
    public List<Alarm> openAlarms() {
        AlarmBook book = alarms;
        return book == null ? List.of() : book.open();
    }

    public @Nullable Alarm alarm(String alarmId) {
        AlarmBook book = alarms;
        return book == null ? null : book.byId(alarmId);
    }

    /** Null where there is no such alarm, or it is closed. */
    public @Nullable Alarm openAlarm(String alarmId) {
        Alarm alarm = alarm(alarmId);
        return alarm == null || alarm.state() == AlarmState.CLEARED ? null : alarm;
    }

    /** People whose position changed behind this version. */
    public List<LivePerson> peopleSince(long since) {
        List<LivePerson> changed = new ArrayList<>();
        for (LivePerson each : people.values()) {
            if (each.version() > since) {
                changed.add(each);
            }
        }
        return changed;
    }

    /** Ids of alarms that changed behind this version, closed ones among them. */
    public List<String> alarmsSince(long since) {
        List<String> changed = new ArrayList<>();
        alarmVersions.forEach((alarm, at) -> {
            if (at > since) {
                changed.add(alarm);
            }
        });
        return changed;
    }

    public boolean zonesChangedSince(long since) {
        return zonesVersion > since;
    }

    public boolean gatheringsChangedSince(long since) {
        return gatheringsVersion > since;
    }

    public boolean planChangedSince(long since) {
        return planVersion > since;
    }

    public boolean registerChangedSince(long since) {
        return registerVersion > since;
    }

    /** A plan may come into force without a record: whoever follows changes says what time it is. */
    public void clock(Instant now) {
        Plan inForce = plan(now);
        synchronized (lock) {
            if (inForce != planBefore) {
                planBefore = inForce;
                planVersion = ++version;
            }
        }
    }

    void alarms(AlarmBook book) {
        alarms = book;
    }

    void changed(AlarmChange change) {
        synchronized (lock) {
            alarmVersions.put(change.alarm().alarmId(), ++version);
            if (change.kind() == AlarmChange.Kind.FORGOTTEN) {
                alarmVersions.remove(change.alarm().alarmId());
            }
        }
        commands.changed(change.alarm(), Instant.ofEpochMilli(change.timestampMillis()));
    }

    /** Forgets positions that nobody renewed since. */
    void forgetBefore(Instant time) {
        people.values().removeIf(each -> each.heardAt().isBefore(time));
        tags.values().removeIf(each -> each.heardAt().isBefore(time));
    }

    /** Takes a record; one that cannot be read is passed over, since the job tells of it. */
    void take(TopicName topic, String key, byte @Nullable [] value, long offset, Instant heardAt) {
        synchronized (lock) {
            taken(topic, key, value, offset, heardAt);
        }
    }

    private void taken(TopicName topic, String key, byte @Nullable [] value, long offset, Instant heardAt) {
        try {
            switch (topic.kind()) {
                case TRACKABLE_MOTIONS -> {
                    if (value != null) {
                        moved(Json.readOwn(value, TrackableMotion.class), heardAt);
                    }
                }
                case ZONE_OCCUPANCY -> {
                    if (value == null) {
                        occupancy.remove(key);
                    } else {
                        occupancy.put(key, Json.readOwn(value, ZoneOccupancy.class));
                    }
                    zonesVersion = ++version;
                }
                case GATHERING_EVENTS -> {
                    if (value != null) {
                        gathered(Json.readOwn(value, GatheringEvent.class));
                    }
                }
                case TRACKABLES -> {
                    if (value == null) {
                        register.remove(key);
                        revisions.remove(key);
                    } else {
                        Person person = PeopleReader.readOne(value);
                        register.put(person.id(), person);
                        revisions.put(person.id(), offset);
                    }
                    registerVersion = ++version;
                }
                case PLANS -> {
                    if (value != null) {
                        plans.take(PlanVersion.read(id, key, offset, heardAt, value));
                        planVersion = ++version;
                    }
                }
                case ALARM_COMMANDS -> {
                    if (value != null) {
                        commands.taken(Json.read(value, AlarmCommand.class), heardAt);
                    }
                }
                case COMPLIANCE -> {
                    if (value != null) {
                        compliance = Json.readOwn(value, Compliance.class);
                    }
                }
                case INFRASTRUCTURE_STATUS -> {
                    if (value != null) {
                        InfrastructureStatus status = NeighbourReader.infrastructureStatus(value);
                        infrastructure.put(status.id(), status);
                    }
                }
                case PROVIDER_STATUS -> {
                    if (value != null) {
                        said(String.valueOf(topic.vendor()), Json.read(value, ProviderStatus.class), heardAt);
                    }
                }
                default -> LOG.debug("nothing is shown of {}", topic.full());
            }
        } catch (Unreadable | PeopleFaults | IllegalArgumentException e) {
            LOG.debug("a record of {} was passed over", topic.full(), e);
        }
    }

    private void moved(TrackableMotion motion, Instant heardAt) {
        Location location = motion.location();
        ObjectNode properties = motion.properties();
        JsonNode ours = properties == null ? Json.object() : properties.path("muster");
        Instant at = location.timestampGenerated() == null ? heardAt : location.timestampGenerated();
        List<String> fences = new ArrayList<>();
        ours.path("fence_ids").forEach(each -> fences.add(each.asText()));
        LiveTag tag = tags.get(Ids.providerKey(location.providerId()));
        if (tag != null) {
            newestFixes.put(tag.vendor(), heardAt);
        }
        LivePerson before = people.get(motion.id());
        long now = ++version;
        people.put(
                motion.id(),
                new LivePerson(
                        motion.id(),
                        location.position().x(),
                        location.position().y(),
                        location.floor(),
                        location.accuracy(),
                        at,
                        heardAt,
                        location.providerType().wire(),
                        ours.path("department").textValue(),
                        ours.path("person_type").textValue(),
                        fences,
                        now,
                        before == null ? now : before.firstVersion()));
    }

    private void gathered(GatheringEvent event) {
        if (event.gatheringType() == GatheringType.GATHERING_END) {
            gatherings.remove(event.id());
        } else {
            gatherings.put(event.id(), event);
        }
        gatheringsVersion = ++version;
    }

    /** What the job did not take, with its reason. */
    void rejected(String topic, String offset, String detail, byte @Nullable [] original) {
        TopicName name = TopicName.parse(topic);
        TopicKind kind = name == null ? null : name.kind();
        try {
            if (kind == TopicKind.PLANS) {
                synchronized (lock) {
                    plans.refuse(Long.parseLong(offset), detail);
                    planVersion = ++version;
                }
            } else if (kind == TopicKind.ALARM_COMMANDS && original != null) {
                commands.refused(Json.readTree(original).path("command_id").asText(), detail);
            }
        } catch (Unreadable | NumberFormatException e) {
            LOG.debug("a refusal of {} was passed over", topic, e);
        }
    }

    private void said(String vendor, ProviderStatus status, Instant heardAt) {
        String key = Ids.providerKey(status.providerId());
        tags.merge(
                key,
                new LiveTag(status.providerId(), key, vendor, status.batteryPercent(), status.button(), heardAt),
                (before, now) -> now.batteryPercent() != null
                        ? now
                        : new LiveTag(now.id(), key, vendor, before.batteryPercent(), now.button(), now.heardAt()));
    }
}
