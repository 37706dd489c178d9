package io.muster.rules.plan;

import io.muster.geometry.ZoneLocator;
import java.util.Map;
import java.util.Set;

/**
 * One version of a plan, ready to be asked. Built anew in each process; never serialised.
 *
 * @param zones by fence id
 * @param floors every floor that some fence of the plan names
 */
public record SitePlan(
        String site, String version, ZoneLocator locator, Map<String, ZoneRule> zones, Set<Double> floors) {}
