package io.muster.console.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.muster.console.live.Live;
import io.muster.console.live.LivePerson;
import io.muster.console.live.LiveSite;
import io.muster.console.live.LiveTag;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.contract.codec.Json;
import io.muster.contract.neighbour.InfrastructureStatus;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.plan.PlanFence;
import io.muster.contract.plan.Role;
import io.muster.contract.value.Alarm;
import io.muster.contract.value.Compliance;
import io.muster.contract.value.MemberState;
import io.muster.contract.value.OccupancyMember;
import io.muster.contract.value.ZoneOccupancy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is now. From memory: it answers while the database is away. */
@RestController
@RequestMapping("/api/v1/sites")
public class LiveApi {
    private final Live live;

    LiveApi(Live live) {
        this.live = live;
    }

    /** @param planVersion null = it has no plan yet */
    public record SiteView(
            String id, @Nullable String name, @Nullable String planVersion, int openAlarms) {}

    /** @param polygons rings of each: outer first, then holes; metres */
    public record ZoneView(
            String id,
            String foreignId,
            String name,
            String role,
            @Nullable Double floor,
            @Nullable String riskColour,
            List<String> hazards,
            @Nullable Integer limit,
            @Nullable Integer minimum,
            List<List<List<double[]>>> polygons) {}

    public record PlanView(
            String site,
            String name,
            String version,
            String timeZone,
            @Nullable String author,
            List<ZoneView> zones) {}

    /** @param heardAt when the broker took it: a person is stale by it
     * @param state {@code live}, or that there was no news for {@value LivePerson#STALE_SECONDS} s: {@code "stale"}
     * @param stays of one person asked for by id: since when in each zone; null in a list */
    public record PersonView(
            String id,
            @Nullable String name,
            double x,
            double y,
            @Nullable Double floor,
            @Nullable Double accuracy,
            Instant at,
            Instant heardAt,
            String state,
            String technology,
            @Nullable String department,
            @Nullable String personType,
            @Nullable String post,
            List<String> fenceIds,
            @Nullable List<Stay> stays) {
        private PersonView with(List<Stay> known) {
            return new PersonView(
                    id,
                    name,
                    x,
                    y,
                    floor,
                    accuracy,
                    at,
                    heardAt,
                    state,
                    technology,
                    department,
                    personType,
                    post,
                    fenceIds,
                    known);
        }
    }

    /**
     * A person in a zone, as its head count has them.
     *
     * @param since entry
     * @param state as on the wire: confirmed, stale or possible
     */
    public record Stay(String fenceId, Instant since, String state) {}

    /** @param counted confirmed and stale: what the limit is held against */
    public record HeadCount(
            String fenceId,
            @Nullable String name,
            int counted,
            int confirmed,
            int stale,
            int possible,
            @Nullable Integer limit,
            @Nullable Integer overBy,
            @Nullable String coverage,
            Instant asOf,
            Map<String, Integer> byDepartment,
            Map<String, Integer> byPersonType,
            Map<String, Integer> byPost) {}

    /** Everybody in any zone of the plant, once. */
    public record HeadCounts(
            int counted,
            Map<String, Integer> byDepartment,
            Map<String, Integer> byPersonType,
            Map<String, Integer> byPost,
            List<HeadCount> zones) {}

    /**
     * @param kind {@code tag}, {@code beacon}, {@code anchor} or {@code gateway}
     * @param state of what is fixed, as its system says: {@code online}, {@code offline} or {@code fault}
     */
    public record Device(
            String id,
            String kind,
            @Nullable String name,
            @Nullable String state,
            @Nullable String vendor,
            @Nullable Integer batteryPercent,
            @Nullable Instant lastSeen,
            @Nullable String personId,
            @Nullable String personName,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Double floor) {}

    /** @param document an alarm as in the topic {@code alarms} */
    public record AlarmView(
            @Schema(implementation = Object.class) @JsonRawValue
            String document) {}

    /** The sites of this user. */
    @GetMapping
    List<SiteView> sites(Authentication who) {
        ConsoleUser user = Caller.of(who);
        return live.sites().stream()
                .filter(each -> user.sees(each.id()))
                .sorted(Comparator.comparing(LiveSite::id))
                .map(each -> {
                    Plan plan = each.plan(Instant.now());
                    return new SiteView(
                            each.id(),
                            plan == null ? null : plan.name(),
                            plan == null ? null : plan.version(),
                            each.openAlarms().size());
                })
                .toList();
    }

    @GetMapping("/{site}/live/plan")
    PlanView plan(Authentication who, @PathVariable String site) {
        Plan plan = Scope.of(who, live, site).site().plan(Instant.now());
        if (plan == null) {
            throw new NotThere("the site has no plan yet");
        }
        return view(site, plan);
    }

    static PlanView view(String site, Plan plan) {
        return new PlanView(
                site,
                plan.name(),
                plan.version(),
                plan.timeZone(),
                plan.author(),
                plan.fences().stream().map(LiveApi::view).toList());
    }

    private static ZoneView view(PlanFence fence) {
        return new ZoneView(
                fence.id(),
                fence.foreignId(),
                fence.name(),
                word(fence.role()),
                fence.zone().floor(),
                fence.riskColour() == null ? null : word(fence.riskColour()),
                fence.hazards().stream().map(LiveApi::word).sorted().toList(),
                fence.limit(),
                fence.minimum(),
                fence.zone().shape().polygons());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where people are.
     *
     * @param q part of a name or an id; by name only with the right to names
     */
    @GetMapping("/{site}/live/people")
    List<PersonView> people(
            Authentication who,
            @PathVariable String site,
            @RequestParam(required = false) @Nullable Double floor,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(name = "person_type", required = false) @Nullable String personType,
            @RequestParam(required = false) @Nullable String q) {
        Scope scope = Scope.of(who, live, site);
        Instant now = Instant.now();
        String wanted = q == null ? null : q.toLowerCase(Locale.ROOT);
        return scope.site().people().stream()
                .filter(each -> floor == null || floor.equals(each.floor()))
                .map(each -> view(scope, each, now))
                .filter(each -> department == null || department.equals(each.department()))
                .filter(each -> personType == null || personType.equals(each.personType()))
                .filter(each -> wanted == null
                        || each.id().toLowerCase(Locale.ROOT).contains(wanted)
                        || (each.name() != null
                                && each.name().toLowerCase(Locale.ROOT).contains(wanted)))
                .sorted(Comparator.comparing(PersonView::id))
                .toList();
    }

    @GetMapping("/{site}/live/people/{id}")
    PersonView person(Authentication who, @PathVariable String site, @PathVariable String id) {
        Scope scope = Scope.of(who, live, site);
        LivePerson person = scope.site().person(id);
        if (person == null) {
            throw new NotThere("nobody of that id is seen now");
        }
        List<Stay> stays = new ArrayList<>();
        for (ZoneOccupancy zone : scope.site().occupancy()) {
            for (OccupancyMember member : zone.members()) {
                if (member.trackableId().equals(id)) {
                    stays.add(new Stay(zone.fenceId(), member.since(), word(member.state())));
                }
            }
        }
        stays.sort(Comparator.comparing(Stay::fenceId));
        return view(scope, person, Instant.now()).with(stays);
    }

    static PersonView view(Scope scope, LivePerson each, Instant now) {
        Person known = scope.site().registered(each.id());
        return new PersonView(
                each.id(),
                scope.name(each.id()),
                each.x(),
                each.y(),
                each.floor(),
                each.accuracy(),
                each.at(),
                each.heardAt(),
                each.stale(now) ? "stale" : "live",
                each.technology(),
                known != null && known.department() != null ? known.department() : each.department(),
                known != null && known.personType() != null ? known.personType() : each.personType(),
                known == null ? null : known.post(),
                each.fenceIds(),
                null);
    }

    /** Head counts of the plant and of each zone, by department, type of person and post. */
    @GetMapping("/{site}/live/headcounts")
    HeadCounts headCounts(Authentication who, @PathVariable String site) {
        return headCounts(Scope.of(who, live, site).site());
    }

    static HeadCounts headCounts(LiveSite site) {
        Plan plan = site.plan(Instant.now());
        Map<String, OccupancyMember> plant = new HashMap<>();
        List<HeadCount> zones = new ArrayList<>();
        for (ZoneOccupancy each : site.occupancy()) {
            PlanFence fence = plan == null ? null : plan.fence(each.fenceId());
            if (fence == null || fence.role() == Role.BEACON) {
                // Of a plan that is over.
                continue;
            }
            Map<String, Integer> byPost = new TreeMap<>();
            for (OccupancyMember member : each.members()) {
                if (member.state() != MemberState.POSSIBLE) {
                    plant.put(member.trackableId(), member);
                    byPost.merge(post(site, member.trackableId()), 1, Integer::sum);
                }
            }
            zones.add(new HeadCount(
                    each.fenceId(),
                    each.name(),
                    each.countConfirmed() + each.countStale(),
                    each.countConfirmed(),
                    each.countStale(),
                    each.countPossible(),
                    each.limit(),
                    each.overBy(),
                    each.coverage(),
                    each.asOf(),
                    each.byDepartment(),
                    each.byPersonType(),
                    byPost));
        }
        zones.sort(Comparator.comparing(HeadCount::fenceId));
        Map<String, Integer> byDepartment = new TreeMap<>();
        Map<String, Integer> byType = new TreeMap<>();
        Map<String, Integer> byPost = new TreeMap<>();
        for (String id : plant.keySet()) {
            Person person = site.registered(id);
            byDepartment.merge(orUnknown(person == null ? null : person.department()), 1, Integer::sum);
            byType.merge(orUnknown(person == null ? null : person.personType()), 1, Integer::sum);
            byPost.merge(post(site, id), 1, Integer::sum);
        }
        return new HeadCounts(plant.size(), byDepartment, byType, byPost, zones);
    }

    private static String post(LiveSite site, String trackableId) {
        Person person = site.registered(trackableId);
        return orUnknown(person == null ? null : person.post());
    }

    private static String orUnknown(@Nullable String word) {
        return word == null ? "unknown" : word;
    }

    /** Open alarms, gravest and newest first, each as in the topic {@code alarms}. */
    @GetMapping(value = "/{site}/live/alarms", produces = MediaType.APPLICATION_JSON_VALUE)
    List<AlarmView> alarms(Authentication who, @PathVariable String site) {
        return Scope.of(who, live, site).site().openAlarms().stream()
                .sorted(Comparator.comparing(Alarm::level)
                        .reversed()
                        .thenComparing(Alarm::raisedAt, Comparator.reverseOrder())
                        .thenComparing(Alarm::alarmId))
                .map(each -> new AlarmView(Json.writeString(each)))
                .toList();
    }

    /** Gatherings that go on, each as in the topic {@code gathering-events}. */
    @GetMapping("/{site}/live/gatherings")
    List<AlarmView> gatherings(Authentication who, @PathVariable String site) {
        return Scope.of(who, live, site).site().gatherings().stream()
                .sorted(Comparator.comparing(each -> each.id()))
                .map(each -> new AlarmView(Json.writeString(each)))
                .toList();
    }

    /** Tags with battery, last word and person; beacons of the plan, anchors and gateways with what was said of them. */
    @GetMapping("/{site}/live/devices")
    List<Device> devices(Authentication who, @PathVariable String site) {
        Scope scope = Scope.of(who, live, site);
        Instant now = Instant.now();
        Map<String, LiveTag> said = new HashMap<>();
        scope.site().tags().forEach(each -> said.put(each.key(), each));
        List<Device> devices = new ArrayList<>();
        for (Person person : scope.site().register()) {
            if (!person.validAt(now)) {
                continue;
            }
            LivePerson position = scope.site().person(person.id());
            for (String tag : person.tags()) {
                devices.add(tag(scope, tag, said.remove(tag), person.id(), position));
            }
        }
        // Tags that speak and belong to nobody.
        said.forEach((key, tag) -> devices.add(tag(scope, tag.id(), tag, null, null)));
        devices.addAll(fixed(scope.site(), now));
        devices.sort(Comparator.comparing(Device::kind).thenComparing(Device::id));
        return devices;
    }

    /** Beacons of the plan, and whatever a positioning system tells of. */
    private static List<Device> fixed(LiveSite site, Instant now) {
        Map<String, InfrastructureStatus> said = new HashMap<>();
        site.infrastructure().forEach(each -> said.put(each.id(), each));
        List<Device> devices = new ArrayList<>();
        Plan plan = site.plan(now);
        for (PlanFence fence : plan == null ? List.<PlanFence>of() : plan.fences()) {
            if (fence.role() == Role.BEACON) {
                InfrastructureStatus status = said.remove(fence.foreignId());
                double[] at = fence.zone().shape().centroid();
                devices.add(fixed(
                        fence.foreignId(),
                        "beacon",
                        fence.name(),
                        status,
                        new Place(at[0], at[1], fence.zone().floor())));
            }
        }
        for (InfrastructureStatus each : said.values()) {
            Place place = each.position() == null
                    ? null
                    : new Place(each.position().x(), each.position().y(), each.floor());
            devices.add(fixed(each.id(), each.kind(), each.name(), each, place));
        }
        return devices;
    }

    private record Place(double x, double y, @Nullable Double floor) {}

    private static Device fixed(
            String id,
            String kind,
            @Nullable String name,
            @Nullable InfrastructureStatus status,
            @Nullable Place place) {
        return new Device(
                id,
                kind,
                name,
                status == null ? null : status.state(),
                null,
                status == null ? null : status.batteryPercent(),
                status == null ? null : status.timestamp(),
                null,
                null,
                place == null ? null : place.x(),
                place == null ? null : place.y(),
                place == null ? null : place.floor());
    }

    private static Device tag(
            Scope scope, String id, @Nullable LiveTag said, @Nullable String personId, @Nullable LivePerson position) {
        Instant seen = said == null ? null : said.heardAt();
        if (position != null && (seen == null || position.heardAt().isAfter(seen))) {
            seen = position.heardAt();
        }
        return new Device(
                said == null ? id : said.id(),
                "tag",
                null,
                null,
                said == null ? null : said.vendor(),
                said == null ? null : said.batteryPercent(),
                seen,
                personId,
                personId == null ? null : scope.name(personId),
                position == null ? null : position.x(),
                position == null ? null : position.y(),
                position == null ? null : position.floor());
    }

    /** Sampling gap, delay and cycle as measured last, as in the topic {@code compliance}. */
    @GetMapping(value = "/{site}/live/compliance", produces = MediaType.APPLICATION_JSON_VALUE)
    String compliance(Authentication who, @PathVariable String site) {
        Compliance compliance = Scope.of(who, live, site).site().compliance();
        if (compliance == null) {
            throw new NotThere("nothing was measured yet");
        }
        return Json.writeString(compliance);
    }
}
