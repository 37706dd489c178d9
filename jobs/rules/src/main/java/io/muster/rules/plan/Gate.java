package io.muster.rules.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fence of role {@code gate} that leads into production areas.
 *
 * @param x of its centre, metres
 * @param y of its centre, metres
 * @param floor null = on every floor
 * @param radiusMetres from its centre to its farthest corner
 * @param areaIds fences of the areas, sorted
 */
public record Gate(
        String fenceId, double x, double y, @Nullable Double floor, double radiusMetres, List<String> areaIds) {}
