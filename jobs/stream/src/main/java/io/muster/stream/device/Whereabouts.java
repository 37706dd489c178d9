package io.muster.stream.device;

import io.muster.geometry.Containment;
import io.muster.geometry.PlantPoint;
import io.muster.geometry.ZoneHit;
import io.muster.rules.device.TagSeen;
import io.muster.rules.identify.TagNews;
import io.muster.rules.identify.TagSpot;
import io.muster.rules.plan.SitePlan;
import io.muster.rules.plan.ZoneRole;
import io.muster.rules.plan.ZoneRule;
import io.muster.stream.engine.Referenced;
import io.muster.stream.reference.PlanView;
import io.muster.stream.reference.References;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The zones in which a tag was seen last, by the plan in force when something is told of it. */
final class Whereabouts implements Referenced<TagNews, TagSeen> {
    private static final long serialVersionUID = 1;

    @Override
    public TagSeen look(TagNews news, References references, Side side) {
        PlanView view = references.planAt(news.site(), news.timeMillis());
        TagSpot spot = news.spot();
        if (view == null || spot == null) {
            return new TagSeen(news, view == null ? "" : view.rules().version(), List.of(), false);
        }
        SitePlan plan = view.rules();
        List<String> fences = new ArrayList<>();
        boolean watched = false;
        boolean rests = false;
        for (ZoneHit hit :
                plan.locator().locate(PlantPoint.metres(spot.x(), spot.y(), spot.z(), floor(spot, plan)), 0)) {
            ZoneRule rule = plan.zones().get(hit.zone().id());
            if (rule == null || !rule.isThereAt(news.timeMillis()) || hit.containment() == Containment.OUTSIDE) {
                continue;
            }
            fences.add(rule.fenceId());
            watched |= rule.role() == ZoneRole.PRODUCTION
                    || rule.role() == ZoneRole.HAZARD
                    || rule.role() == ZoneRole.FORBIDDEN;
            rests |= rule.role() == ZoneRole.REST;
        }
        return new TagSeen(news, plan.version(), List.copyOf(fences), watched && !rests);
    }

    /** A floor that the plan does not have is no floor for the lookup. */
    private static @Nullable Double floor(TagSpot spot, SitePlan plan) {
        Double floor = spot.floor();
        return floor == null || plan.floors().isEmpty() || plan.floors().contains(floor + 0.0) ? floor : null;
    }
}
