package io.muster.contract.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Point;
import io.muster.contract.omlox.ProviderType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an omlox Location and checks what the job rests on. By hand, token by token: it is the path of every fix. */
public final class LocationReader {

    /** @throws Unreadable with the reason: no position, a number that is not finite, a field that is missing or no such thing */
    public static Location read(byte[] bytes) throws Unreadable {
        Location plain = PlainLocation.read(bytes);
        return plain == null ? readAny(bytes) : plain;
    }

    /** By the library, whatever the form. */
    static Location readAny(byte[] bytes) throws Unreadable {
        try (JsonParser in = Json.open(bytes)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(Reason.UNREADABLE_JSON, "expected an object");
            }
            Fields fields = new Fields();
            String name = in.nextFieldName();
            while (name != null) {
                in.nextToken();
                fields.take(in, name);
                name = in.nextFieldName();
            }
            Json.end(in);
            return fields.checked();
        } catch (IOException e) {
            throw Unreadables.of(e);
        }
    }

    private static final class Fields {
        @Nullable
        Point position;

        @Nullable
        String source;

        @Nullable
        ProviderType providerType;

        @Nullable
        String providerId;

        @Nullable
        List<String> trackables;

        @Nullable
        Instant timestampGenerated;

        @Nullable
        Instant timestampSent;

        @Nullable
        String crs;

        @Nullable
        Boolean associated;

        @Nullable
        Double accuracy;

        @Nullable
        Double floor;

        @Nullable
        Double trueHeading;

        @Nullable
        Double magneticHeading;

        @Nullable
        Double headingAccuracy;

        @Nullable
        String elevationRef;

        @Nullable
        Double speed;

        @Nullable
        Double course;

        @Nullable
        ObjectNode properties;

        void take(JsonParser in, String name) throws IOException, Unreadable {
            switch (name) {
                case "position" -> position = point(in);
                case "source" -> source = Values.text(in, name);
                case "provider_type" -> {
                    String word = Values.text(in, name);
                    providerType = word == null ? null : ProviderType.of(word);
                }
                case "provider_id" -> providerId = Values.text(in, name);
                case "trackables" -> trackables = Values.texts(in, name);
                case "timestamp_generated" -> timestampGenerated = Values.time(in, name);
                case "timestamp_sent" -> timestampSent = Values.time(in, name);
                case "crs" -> crs = Values.text(in, name);
                case "associated" -> associated = Values.truth(in, name);
                case "accuracy" -> accuracy = Values.number(in, name);
                case "floor" -> floor = Values.number(in, name);
                case "true_heading" -> trueHeading = Values.number(in, name);
                case "magnetic_heading" -> magneticHeading = Values.number(in, name);
                case "heading_accuracy" -> headingAccuracy = Values.number(in, name);
                case "elevation_ref" -> elevationRef = Values.text(in, name);
                case "speed" -> speed = Values.number(in, name);
                case "course" -> course = Values.number(in, name);
                case "properties" -> properties = Values.object(in, name);
                default -> in.skipChildren();
            }
        }

        private static Point point(JsonParser in) throws IOException, Unreadable {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Values.noPosition("position");
            }
            double[] numbers = null;
            boolean isPoint = false;
            String name = in.nextFieldName();
            while (name != null) {
                in.nextToken();
                switch (name) {
                    case "type" -> isPoint = "Point".equals(Values.text(in, "position.type"));
                    case "coordinates" -> numbers = Values.coordinates(in, "position.coordinates");
                    default -> in.skipChildren();
                }
                name = in.nextFieldName();
            }
            if (numbers == null || !isPoint) {
                throw Values.noPosition("position");
            }
            return numbers.length == 3
                    ? Point.of(numbers[0], numbers[1], numbers[2])
                    : Point.of(numbers[0], numbers[1]);
        }

        Location checked() throws Unreadable {
            if (position == null) {
                throw Values.noPosition("position");
            }
            return new Location(
                    position,
                    Checks.id("source", source),
                    Checks.present("provider_type", providerType),
                    Checks.id("provider_id", providerId),
                    trackables,
                    timestampGenerated,
                    timestampSent,
                    crs,
                    associated,
                    Checks.notNegative("accuracy", accuracy),
                    floor,
                    trueHeading,
                    magneticHeading,
                    headingAccuracy,
                    elevationRef,
                    speed,
                    course,
                    properties);
        }
    }

    private LocationReader() {}
}
