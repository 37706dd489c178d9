package io.muster.simulator.annex;

import io.muster.contract.codec.Json;
import io.muster.simulator.SimulationOptions;
import io.muster.simulator.SiteMessage;
import io.muster.simulator.radio.JsonLine;
import io.muster.simulator.radio.TimedMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The fixes of all seeds of a question as messages, each seed a site, sorted by emission over all sites; the plans first. */
final class AnnexTraffic implements Iterable<SiteMessage> {
    static final long START_MILLIS = SimulationOptions.FILE_START_MILLIS;
    /** From a fix to the broker. */
    private static final long DELAY_MILLIS = 100;

    private static final String TOPIC = "location-updates.annex";
    private static final long PLAN_BEFORE_MILLIS = 5_000;

    private final List<AnnexSite> sites;
    private final double errorMetres;

    private record Sent(int site, AnnexFix fix) {}

    /** @param errorMetres what the vendor claims of its fixes, and keeps: 68.27 % are no further off */
    AnnexTraffic(List<AnnexSite> sites, double errorMetres) {
        this.sites = sites;
        this.errorMetres = errorMetres;
    }

    static String siteName(int number) {
        return "annex-" + number;
    }

    @Override
    public Iterator<SiteMessage> iterator() {
        List<Sent> all = new ArrayList<>();
        for (int site = 0; site < sites.size(); site++) {
            for (AnnexFix fix : sites.get(site).fixes()) {
                all.add(new Sent(site, fix));
            }
        }
        all.sort(Comparator.<Sent>comparingLong(sent -> sent.fix().millis())
                .thenComparingInt(Sent::site)
                .thenComparingInt(sent -> sent.fix().tag()));
        List<SiteMessage> plans = new ArrayList<>();
        for (int site = 0; site < sites.size(); site++) {
            plans.add(plan(site));
        }
        JsonLine line = new JsonLine();
        Iterator<SiteMessage> fixes =
                all.stream().map(sent -> message(sent, line)).iterator();
        Iterator<SiteMessage> opening = plans.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return opening.hasNext() || fixes.hasNext();
            }

            @Override
            public SiteMessage next() {
                return opening.hasNext() ? opening.next() : fixes.next();
            }
        };
    }

    private SiteMessage message(Sent sent, JsonLine line) {
        String provider = "tag-" + sent.fix().tag();
        long generated = START_MILLIS + sent.fix().millis();
        byte[] value = line.reset()
                .text("{\"position\":{\"type\":\"Point\",\"coordinates\":[")
                .metres(sent.fix().place().x())
                .text(",")
                .metres(sent.fix().place().y())
                .text("]},\"source\":\"annex\",\"provider_type\":\"uwb\",\"provider_id\":\"")
                .text(provider)
                .text("\",\"timestamp_generated\":\"")
                .time(generated)
                .text("\",\"crs\":\"local\",\"accuracy\":")
                .metres(errorMetres)
                .text(",\"floor\":0}")
                .bytes();
        return new SiteMessage(
                siteName(sent.site()),
                new TimedMessage(generated + DELAY_MILLIS, TOPIC, provider.getBytes(StandardCharsets.US_ASCII), value));
    }

    /** A zone where only three may be; a gathering needs no zone, but the plan needs one. */
    private static SiteMessage plan(int site) {
        double low = Layout.FENCE_CORNER;
        double high = low + Layout.FENCE_METRES;
        Map<String, Object> fence = Map.of(
                "type",
                "Feature",
                "id",
                "fence",
                "geometry",
                Map.of(
                        "type",
                        "Polygon",
                        "coordinates",
                        List.of(List.of(
                                List.of(low, low),
                                List.of(high, low),
                                List.of(high, high),
                                List.of(low, high),
                                List.of(low, low)))),
                "properties",
                Map.of(
                        "name",
                        "A.5",
                        "floor",
                        0,
                        "muster",
                        Map.of("role", "hazard", "hazards", List.of("toxic"), "limit", 3)));
        Map<String, Object> plan = Map.of(
                "type",
                "FeatureCollection",
                "name",
                "AQ 3064.3 Annex A",
                "muster",
                Map.of("site", siteName(site), "crs", "local", "version", "annex"),
                "features",
                List.of(fence));
        return new SiteMessage(
                siteName(site),
                new TimedMessage(
                        START_MILLIS - PLAN_BEFORE_MILLIS,
                        "plans",
                        "annex".getBytes(StandardCharsets.US_ASCII),
                        Json.write(plan)));
    }
}
