package io.muster.contract.plan;

import org.jspecify.annotations.Nullable;

/**
 * What the caller says instead of the document. Null = as the document says.
 *
 * @param site site id
 * @param crs {@code local} or {@code EPSG:n}
 * @param origin {@code lon,lat} or {@code lon,lat,bearing}, degrees
 * @param version the key of the record that brought the document
 */
public record PlanOverrides(
        @Nullable String site,
        @Nullable String crs,
        @Nullable String origin,
        @Nullable String version) {

    public static PlanOverrides none() {
        return new PlanOverrides(null, null, null, null);
    }

    public static PlanOverrides ofSite(String site) {
        return new PlanOverrides(site, null, null, null);
    }

    public static PlanOverrides of(@Nullable String site, @Nullable String crs, @Nullable String origin) {
        return new PlanOverrides(site, crs, origin, null);
    }
}
