/**
 * The plan of a site: a GeoJSON FeatureCollection that QGIS can draw and edit, read whole or refused with all its faults.
 */
@NullMarked
package io.muster.contract.plan;

import org.jspecify.annotations.NullMarked;
