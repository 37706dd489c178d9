package io.muster.contract.plan;

import io.muster.contract.codec.Ids;
import io.muster.geometry.SiteFrame;
import io.muster.geometry.ZoneSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One version of the plan of a site, checked whole. Immutable. */
public final class Plan {
    private final String site;
    private final String name;
    private final String version;
    private final @Nullable Instant validFrom;
    private final @Nullable String author;
    private final @Nullable String approver;
    private final String timeZone;
    private final String crs;
    private final SiteFrame frame;
    private final List<PlanFence> fences;
    private final ZoneSet zones;
    private final Map<String, String> rules;
    private final Map<String, PlanFence> byId = new HashMap<>();
    private final Map<String, PlanFence> beacons = new HashMap<>();

    Plan(
            String site,
            String name,
            String version,
            @Nullable Instant validFrom,
            @Nullable String author,
            @Nullable String approver,
            String timeZone,
            String crs,
            SiteFrame frame,
            List<PlanFence> fences,
            Map<String, String> rules) {
        this.site = site;
        this.name = name;
        this.version = version;
        this.validFrom = validFrom;
        this.author = author;
        this.approver = approver;
        this.timeZone = timeZone;
        this.crs = crs;
        this.frame = frame;
        this.fences = List.copyOf(fences);
        this.rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        this.zones = ZoneSet.of(fences.stream().map(PlanFence::zone).toList());
        for (PlanFence fence : fences) {
            byId.put(fence.id(), fence);
            if (fence.role() == Role.BEACON) {
                for (String each : namesOf(fence)) {
                    beacons.putIfAbsent(Ids.providerKey(each), fence);
                }
            }
        }
    }

    /** Every name under which a vendor may report a beacon. */
    static List<String> namesOf(PlanFence beacon) {
        List<String> names = new ArrayList<>(beacon.aliases());
        names.add(beacon.foreignId());
        names.add(beacon.id());
        return names;
    }

    public String site() {
        return site;
    }

    /** The file's {@code name}; empty where it has none. */
    public String name() {
        return name;
    }

    /** {@code muster.version} of the document, else the first 12 hex digits of its SHA-256. */
    public String version() {
        return version;
    }

    /** Null = from its arrival. */
    public @Nullable Instant validFrom() {
        return validFrom;
    }

    public @Nullable String author() {
        return author;
    }

    public @Nullable String approver() {
        return approver;
    }

    /** IANA id by whose wall clock times of the day are; {@code UTC} where the document names none. */
    public String timeZone() {
        return timeZone;
    }

    /** Of the coordinates in the document: {@code local} or {@code EPSG:n}. Zones are in local metres whatever it says. */
    public String crs() {
        return crs;
    }

    public SiteFrame frame() {
        return frame;
    }

    /** In the order of the document. */
    public List<PlanFence> fences() {
        return fences;
    }

    /** Rules that this version sets otherwise than the job's configuration: dotted name to text, sorted; empty = none. */
    public Map<String, String> rules() {
        return rules;
    }

    /** The zones of all fences, beacons among them. */
    public ZoneSet zones() {
        return zones;
    }

    /** By its UUID, in any case; null where there is none. */
    public @Nullable PlanFence fence(String id) {
        return byId.get(id.toLowerCase(Locale.ROOT));
    }

    /** The beacon that a vendor calls this: by id, foreign id or alias, in any way of writing an address; null where there is none. */
    public @Nullable PlanFence beacon(String source) {
        return beacons.get(Ids.providerKey(source));
    }
}
