package io.muster.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Unreadable;
import io.muster.contract.topic.SiteId;
import io.muster.geometry.FrameException;
import io.muster.geometry.SiteFrame;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan: a GeoJSON FeatureCollection whose features are fences. It is taken whole or refused whole, with every fault that can be
 * found in one pass.
 */
public final class PlanReader {
    private static final int VERSION_DIGITS = 12;
    private static final int LONGEST_VERSION = 64;
    private static final double ANY = -Double.MAX_VALUE;
    private static final Set<String> OURS = Set.of(
            "site", "crs", "origin", "version", "valid_from", "author", "approver", "time_zone", "comment", "rules");

    /** How GDAL and QGIS name systems in the {@code crs} member. */
    private static final Pattern URN = Pattern.compile("urn:ogc:def:crs:EPSG:[0-9.]*:([0-9]{1,6})");

    private static final Pattern WGS84_URN = Pattern.compile("urn:ogc:def:crs:OGC:[0-9.]*:CRS84");

    /** Without a look at what its rules mean: for who only wants the zones, or reads what was checked before. */
    public static Plan read(String fileName, byte[] geoJson, PlanOverrides overrides) throws PlanFaults {
        return read(fileName, geoJson, overrides, RulesCheck.NONE);
    }

    /**
     * @param fileName for the faults
     * @param overrides what stands instead of the document's own
     * @param check whether the rules can be taken
     * @throws PlanFaults with all faults
     */
    public static Plan read(String fileName, byte[] geoJson, PlanOverrides overrides, RulesCheck check)
            throws PlanFaults {
        Faults faults = new Faults(fileName);
        ObjectNode root;
        try {
            root = Json.planTree(geoJson);
        } catch (Unreadable e) {
            throw new PlanFaults(List.of(fileName + ": " + e.reason().wire() + ": " + e.detail()));
        }
        Fields document = new Fields(root, "", faults);
        if (!root.path("type").asText("").equals("FeatureCollection")) {
            faults.add("type", "FeatureCollection", root.get("type"));
        }
        Fields ours = new Fields(ours(root, faults), "muster.", faults);
        ours.onlyKnown(OURS);
        String site = site(ours, overrides);
        String crs = crs(root, ours, overrides);
        SiteFrame frame = frame(ours, overrides);
        if (!frame.understands(crs)) {
            faults.add(
                    "muster.crs",
                    frame.hasOrigin() ? "local or a known EPSG:n" : "local where there is no origin",
                    crs);
            // Shapes are checked as far as they can be.
            crs = SiteFrame.LOCAL;
        }
        String version = version(ours, overrides, geoJson);
        String name = document.text("name");
        List<PlanFence> fences = fences(root, site, new ShapeReader(frame, crs, faults), faults);
        Instant validFrom = ours.time("valid_from");
        String author = ours.text("author");
        String approver = ours.text("approver");
        String timeZone = timeZone(ours);
        Map<String, String> rules = RulesReader.read(ours);
        check.faults(rules).forEach(each -> faults.line("muster.rules." + each));
        faults.throwIfAny();
        return new Plan(
                site,
                name == null ? "" : name,
                version,
                validFrom,
                author,
                approver,
                timeZone,
                crs,
                frame,
                fences,
                rules);
    }

    private static String timeZone(Fields ours) {
        String given = ours.text("time_zone");
        try {
            return given == null ? "UTC" : ZoneId.of(given).getId();
        } catch (DateTimeException e) {
            ours.fault("time_zone", "a time zone such as Asia/Shanghai", given);
            return "UTC";
        }
    }

    private static List<PlanFence> fences(ObjectNode root, String site, ShapeReader shapes, Faults faults) {
        List<PlanFence> fences = new ArrayList<>();
        JsonNode features = root.get("features");
        if (features == null || !features.isArray()) {
            faults.add("features", "a list of features", features);
            return fences;
        }
        FenceReader reader = new FenceReader(site, shapes, faults);
        Map<String, Integer> byId = new HashMap<>();
        Map<String, String> byAlias = new HashMap<>();
        int number = 0;
        for (JsonNode feature : features) {
            number++;
            String id = FenceReader.idOf(feature);
            faults.in(number, id);
            PlanFence fence = reader.read(feature, id);
            if (id != null) {
                Integer first = byId.putIfAbsent(Ids.fenceId(site, id), number);
                if (first != null) {
                    faults.line("id: expected each id once, was that of feature " + first);
                    continue;
                }
            }
            if (fence != null) {
                fences.add(fence);
                aliases(fence, byAlias, faults);
            }
        }
        faults.in(0, null);
        return fences;
    }

    /** Two beacons of one name would put people in the wrong place. */
    private static void aliases(PlanFence fence, Map<String, String> byAlias, Faults faults) {
        if (fence.role() != Role.BEACON) {
            return;
        }
        for (String each : Plan.namesOf(fence)) {
            String other = byAlias.putIfAbsent(Ids.providerKey(each), fence.foreignId());
            if (other != null && !other.equals(fence.foreignId())) {
                faults.line("properties.muster.aliases: expected a name of one beacon, was '" + each + "' of '" + other
                        + "' too");
            }
        }
    }

    private static ObjectNode ours(ObjectNode root, Faults faults) {
        JsonNode muster = root.get("muster");
        if (muster == null || muster.isNull()) {
            return Json.object();
        }
        if (muster instanceof ObjectNode object) {
            return object;
        }
        try {
            if (muster.isTextual()) {
                return Json.planTree(muster.textValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (Unreadable e) {
            faults.line("muster: expected a JSON object, " + e.detail());
            return Json.object();
        }
        faults.add("muster", "a JSON object, or the same as a text", muster);
        return Json.object();
    }

    private static String site(Fields ours, PlanOverrides overrides) {
        String site = overrides.site() == null ? ours.text("site") : overrides.site();
        if (site == null || !SiteId.wellFormed(site)) {
            ours.fault("site", "a site id, [a-z][a-z0-9-]{0,31}, here or by --site", site);
            return "unknown";
        }
        return site;
    }

    private static String crs(ObjectNode root, Fields ours, PlanOverrides overrides) {
        String crs = overrides.crs() == null ? ours.text("crs") : overrides.crs();
        if (crs != null) {
            return crs;
        }
        String named = root.path("crs").path("properties").path("name").asText("");
        Matcher epsg = URN.matcher(named);
        if (epsg.matches()) {
            return "EPSG:" + epsg.group(1);
        }
        if (WGS84_URN.matcher(named).matches()) {
            return SiteFrame.WGS84;
        }
        ours.fault("crs", "local or EPSG:n, here or by --crs", named.isEmpty() ? null : named);
        return SiteFrame.LOCAL;
    }

    private static SiteFrame frame(Fields ours, PlanOverrides overrides) {
        Double lon;
        Double lat;
        Double bearing;
        if (overrides.origin() != null) {
            double[] parts = numbers(overrides.origin());
            if (parts == null) {
                ours.fault("origin", "--origin lon,lat or lon,lat,bearing in degrees", overrides.origin());
                return SiteFrame.localOnly();
            }
            lon = parts[0];
            lat = parts[1];
            bearing = parts.length > 2 ? parts[2] : 0;
        } else {
            JsonNode origin = ours.value("origin");
            if (origin == null) {
                return SiteFrame.localOnly();
            }
            if (!(origin instanceof ObjectNode object)) {
                ours.fault("origin", "{lon, lat, bearing_deg}", origin);
                return SiteFrame.localOnly();
            }
            Fields fields = new Fields(object, "muster.origin.", ours.faults());
            fields.onlyKnown(Set.of("lon", "lat", "bearing_deg"));
            lon = fields.number("lon", ANY);
            lat = fields.number("lat", ANY);
            bearing = fields.number("bearing_deg", ANY);
            if (lon == null || lat == null) {
                ours.fault("origin", "numbers lon and lat, degrees", origin);
                return SiteFrame.localOnly();
            }
        }
        try {
            return SiteFrame.of(lon, lat, bearing == null ? 0 : bearing);
        } catch (FrameException e) {
            ours.faults().line("muster.origin: " + e.getMessage());
            return SiteFrame.localOnly();
        }
    }

    private static double @Nullable [] numbers(String origin) {
        String[] parts = origin.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            return null;
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return numbers;
    }

    private static String version(Fields ours, PlanOverrides overrides, byte[] document) {
        JsonNode given = ours.value("version");
        if (given != null && given.isIntegralNumber()) {
            return given.asText();
        }
        String version = ours.text("version");
        if (version == null) {
            version = overrides.version();
        }
        if (version != null) {
            if (version.length() > LONGEST_VERSION) {
                ours.fault("version", "at most " + LONGEST_VERSION + " characters", version);
            }
            return version;
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(document))
                    .substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private PlanReader() {}
}
