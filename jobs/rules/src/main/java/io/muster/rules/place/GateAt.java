package io.muster.rules.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate, and the areas that one enters through it, by the plan in force.
 *
 * @param x of its centre, metres
 * @param y of its centre, metres
 * @param floor null = it is on every floor
 * @param radiusMetres from its centre to its farthest corner: how exactly a pass says where somebody is
 * @param areas sorted by fence id; their distance is 0
 */
public record GateAt(
        String fenceId, double x, double y, @Nullable Double floor, double radiusMetres, List<ZoneAt> areas) {}
