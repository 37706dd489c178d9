package io.muster.console.hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.live.LiveSite;
import io.muster.console.live.LiveTag;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.value.MemberState;
import io.muster.contract.value.ZoneOccupancy;
import io.muster.geometry.Containment;
import io.muster.geometry.PlantPoint;
import io.muster.geometry.SiteFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One site at one moment, in the words of omlox, for one caller. */
final class HubView {
    private final LiveSite live;
    private final HubSite heard;
    private final Disclosure disclosure;
    private final Instant now;
    private final @Nullable Plan plan;
    /** By key; made when it is asked for, since most answers need none. */
    private @Nullable Map<String, LiveTag> tags;

    HubView(LiveSite live, HubSite heard, boolean names, Instant now) {
        this.live = live;
        this.heard = heard;
        this.disclosure = new Disclosure(names);
        this.now = now;
        this.plan = live.plan(now);
    }

    String site() {
        return live.id();
    }

    SiteFrame frame() {
        return plan == null ? SiteFrame.localOnly() : plan.frame();
    }

    List<ObjectNode> zones() {
        return plan == null ? List.of() : Zones.of(site(), plan);
    }

    List<PlanFence> fences() {
        return plan == null ? List.of() : Fences.standing(plan, now);
    }

    /** @throws HubRefusal where there is none */
    PlanFence fence(String id) {
        return fences().stream()
                .filter(each -> each.id().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> HubRefusal.notThere("there is no fence " + id));
    }

    /** Registered people, and tags that nobody is registered for and that are people of their own until somebody is. */
    Set<String> trackableIds() {
        Set<String> ids = new TreeSet<>();
        live.register().forEach(each -> ids.add(each.id()));
        heard.motions().forEach(each -> ids.add(each.id()));
        return ids;
    }

    /** @throws HubRefusal where there is none */
    ObjectNode trackable(String id) {
        Person person = live.registered(id);
        if (person != null) {
            return disclosure.trackable(person);
        }
        Told motion = heard.motion(id);
        if (motion == null) {
            throw HubRefusal.notThere("there is no trackable " + id);
        }
        ObjectNode trackable = Json.object().put("id", id).put("type", "virtual");
        trackable
                .putArray("location_providers")
                .add(motion.document().path("location").path("provider_id").asText());
        return trackable;
    }

    /** Null where it was not heard of yet. */
    @Nullable
    ObjectNode motion(String trackableId) {
        Told motion = heard.motion(trackableId);
        return motion == null ? null : disclosure.motion(motion.document());
    }

    /** Null where it was not heard of yet. */
    @Nullable
    ObjectNode location(String providerId) {
        Told location = heard.location(Ids.providerKey(providerId));
        return location == null ? null : location.document();
    }

    /** Keys of the tags that people carry, or that were heard. */
    Set<String> providerKeys() {
        Set<String> keys = new TreeSet<>();
        live.register().forEach(each -> keys.addAll(each.tags()));
        live.tags().forEach(each -> keys.add(each.key()));
        heard.locations().forEach(each -> keys.add(each.id()));
        return keys;
    }

    /** @throws HubRefusal where there is none */
    ObjectNode provider(String providerId) {
        String key = Ids.providerKey(providerId);
        if (heard.location(key) == null && !providerKeys().contains(key)) {
            throw HubRefusal.notThere("there is no provider " + providerId);
        }
        return providerOf(key);
    }

    /** @param key one of {@link #providerKeys} */
    ObjectNode providerOf(String key) {
        Told told = heard.location(key);
        ObjectNode location = told == null ? Json.object() : told.document();
        LiveTag tag = tag(key);
        ObjectNode provider = Json.object();
        provider.put("id", location.path("provider_id").asText(tag == null ? key : tag.id()));
        provider.put("type", location.path("provider_type").asText("unknown"));
        if (tag != null) {
            provider.set("sensors", sensors(tag));
        }
        if (told != null && told.vendor() != null) {
            ObjectNode ours = provider.putObject("properties").putObject("muster");
            ours.put("vendor", told.vendor());
            ours.put("heard_at", Times.write(told.heardAt()));
        }
        return provider;
    }

    /** What the tag said of itself last; empty where it said nothing. */
    ObjectNode sensors(String providerId) {
        LiveTag tag = tag(Ids.providerKey(providerId));
        return tag == null ? Json.object() : sensors(tag);
    }

    private static ObjectNode sensors(LiveTag tag) {
        ObjectNode sensors = Json.object();
        if (tag.batteryPercent() != null) {
            sensors.put("battery_percent", tag.batteryPercent());
        }
        if (tag.button() != null) {
            sensors.put("button", tag.button());
        }
        return sensors.put("heard_at", Times.write(tag.heardAt()));
    }

    private @Nullable LiveTag tag(String key) {
        Map<String, LiveTag> known = tags;
        if (known == null) {
            known = new HashMap<>();
            for (LiveTag each : live.tags()) {
                known.put(each.key(), each);
            }
            tags = known;
        }
        return known.get(key);
    }

    /** Tags of a trackable, as they are matched. */
    List<String> providersOf(String trackableId) {
        Person person = live.registered(trackableId);
        if (person != null && person.validAt(now)) {
            return person.tags();
        }
        List<String> keys = new ArrayList<>();
        trackable(trackableId).path("location_providers").forEach(each -> keys.add(Ids.providerKey(each.asText())));
        return person == null ? keys : List.of();
    }

    /** Who carries the tag now. */
    List<String> trackablesOf(String providerId) {
        String key = Ids.providerKey(providerId);
        List<String> ids = new ArrayList<>();
        for (Person each : live.register()) {
            if (each.validAt(now) && each.tags().contains(key)) {
                ids.add(each.id());
            }
        }
        if (ids.isEmpty()) {
            for (Told each : heard.motions()) {
                if (live.registered(each.id()) == null
                        && Ids.providerKey(each.document()
                                        .path("location")
                                        .path("provider_id")
                                        .asText())
                                .equals(key)) {
                    ids.add(each.id());
                }
            }
        }
        return ids;
    }

    /** Fences in which the job counts the trackable: silent people among them, since loss is not exit. */
    List<PlanFence> fencesOf(String trackableId) {
        return fences().stream()
                .filter(each -> membersOf(each).contains(trackableId))
                .toList();
    }

    /** Whom the job counts in the fence, confirmed or silent. */
    Set<String> membersOf(PlanFence fence) {
        Set<String> ids = new TreeSet<>();
        for (ZoneOccupancy each : live.occupancy()) {
            if (each.fenceId().equals(fence.id())) {
                each.members().stream()
                        .filter(member -> member.state() != MemberState.POSSIBLE)
                        .forEach(member -> ids.add(member.trackableId()));
            }
        }
        return ids;
    }

    /** Fences around the place of a Location, by nothing but geometry; an unknown floor is on every one. */
    List<PlanFence> fencesAround(ObjectNode location) {
        return fences().stream().filter(each -> contains(each, location)).toList();
    }

    /** Trackables whose last place is in the fence, by nothing but geometry. */
    Set<String> placedIn(PlanFence fence) {
        Set<String> ids = new TreeSet<>();
        for (Told each : heard.motions()) {
            if (each.document().path("location") instanceof ObjectNode location && contains(fence, location)) {
                ids.add(each.id());
            }
        }
        return ids;
    }

    private boolean contains(PlanFence fence, ObjectNode location) {
        double[] local = Projection.local(location, frame());
        if (local == null) {
            return false;
        }
        Double floor =
                location.path("floor").isNumber() ? location.path("floor").asDouble() : null;
        return fence.zone().locate(PlantPoint.metres(local[0], local[1], floor)) != Containment.OUTSIDE;
    }
}
