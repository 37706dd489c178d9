package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.contract.Required;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON Point. Two or three finite numbers in the order x, y, z or longitude, latitude, elevation.
 *
 * @param type always {@code Point}
 * @param coordinates 2 or 3 finite numbers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Point(String type, List<Double> coordinates) {
    public Point {
        type = type == null ? "Point" : type;
        if (!type.equals("Point")) {
            throw new IllegalArgumentException("type: expected Point, was '" + type + "'");
        }
        coordinates = Required.list(coordinates);
        if (coordinates.size() < 2 || coordinates.size() > 3) {
            throw new IllegalArgumentException("coordinates: expected 2 or 3 numbers, was " + coordinates.size());
        }
        for (double each : coordinates) {
            if (!Double.isFinite(each)) {
                throw new IllegalArgumentException("coordinates: expected finite numbers, was " + each);
            }
        }
    }

    public static Point of(double x, double y) {
        return new Point("Point", List.of(x, y));
    }

    public static Point of(double x, double y, double z) {
        return new Point("Point", List.of(x, y, z));
    }

    /** x in metres, or longitude in degrees. */
    public double x() {
        return coordinates.get(0);
    }

    /** y in metres, or latitude in degrees. */
    public double y() {
        return coordinates.get(1);
    }

    /** Metres; null where there are two numbers only. */
    public @Nullable Double z() {
        return coordinates.size() > 2 ? coordinates.get(2) : null;
    }
}
