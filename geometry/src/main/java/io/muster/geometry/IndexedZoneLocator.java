package io.muster.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A packed R-tree over the bounds of the zones. Floors are not indexed: a plant has few, and the test is one comparison. The tree is built
 * before the constructor ends and only read afterwards.
 */
final class IndexedZoneLocator implements ZoneLocator {
    /** Bounds are widened by this much, so that rounding in the box test never hides a zone that the exact distance would admit. */
    private static final double SLACK_METRES = 1e-6;

    private static final double SLACK_RATIO = 1e-9;
    private static final Comparator<ZoneHit> BY_ID =
            Comparator.comparing(hit -> hit.zone().id());

    private final HPRtree tree = new HPRtree();

    IndexedZoneLocator(ZoneSet zones) {
        for (Zone zone : zones.zones()) {
            double[] bounds = zone.shape().bounds();
            tree.insert(new Envelope(bounds[0], bounds[2], bounds[1], bounds[3]), zone);
        }
        tree.build();
    }

    @Override
    public List<ZoneHit> locate(PlantPoint point, double reachMetres) {
        if (!(reachMetres >= 0 && reachMetres < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("reach must be finite and at least 0, was " + reachMetres);
        }
        double reach = reachMetres + SLACK_METRES + reachMetres * SLACK_RATIO;
        double x = point.xMetres();
        double y = point.yMetres();
        Search search = new Search(point, reachMetres);
        tree.query(new Envelope(x - reach, x + reach, y - reach, y + reach), search);
        return search.sorted();
    }

    /** Keeps what the tree offers and the exact test admits. */
    private static final class Search implements ItemVisitor {
        private final PlantPoint point;
        private final double reachMetres;
        private final List<ZoneHit> hits = new ArrayList<>(4);

        Search(PlantPoint point, double reachMetres) {
            this.point = point;
            this.reachMetres = reachMetres;
        }

        @Override
        public void visitItem(Object item) {
            Zone zone = (Zone) item;
            double distance = zone.signedDistanceMetres(point);
            if (distance <= reachMetres) {
                // The sign of the distance is the containment, see ZoneShape.
                Containment containment =
                        distance < 0 ? Containment.INSIDE : distance == 0 ? Containment.ON_EDGE : Containment.OUTSIDE;
                hits.add(new ZoneHit(zone, containment, distance));
            }
        }

        List<ZoneHit> sorted() {
            if (hits.size() > 1) {
                hits.sort(BY_ID);
            }
            return Collections.unmodifiableList(hits);
        }
    }
}
