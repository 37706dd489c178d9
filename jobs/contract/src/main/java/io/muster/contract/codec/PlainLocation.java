package io.muster.contract.codec;

import io.muster.contract.omlox.Location;
import io.muster.contract.omlox.Point;
import io.muster.contract.omlox.ProviderType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a Location as most vendors write it: the fields that the job asks for, each once and as it should be. */
final class PlainLocation {
    private static final byte[] POINT = "{\"type\":\"Point\",\"coordinates\":[".getBytes(StandardCharsets.US_ASCII);
    private static final Map<String, ProviderType> PROVIDER_TYPES =
            Arrays.stream(ProviderType.values()).collect(Collectors.toMap(ProviderType::wire, each -> each));

    private static final int LONGEST = 4096;
    private static final int LONGEST_ID = 256;

    private @Nullable Point position;
    private @Nullable String source;
    private @Nullable ProviderType providerType;
    private @Nullable String providerId;
    private @Nullable Instant timestampGenerated;
    private @Nullable Instant timestampSent;
    private @Nullable String crs;
    private @Nullable Double accuracy;
    private @Nullable Double floor;

    /** Null where the bytes are not of this form, be they a good Location or a bad one. */
    static @Nullable Location read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return null;
        }
        PlainJson in = new PlainJson(bytes);
        PlainLocation fields = new PlainLocation();
        in.oneByte('{');
        do {
            String name = in.text();
            in.oneByte(':');
            if (in.failed() || !fields.take(in, name)) {
                return null;
            }
        } while (in.tryByte(','));
        in.oneByte('}');
        in.end();
        return in.failed() ? null : fields.checked();
    }

    /** False where the field is none of these, or stands a second time. */
    private boolean take(PlainJson in, String name) {
        switch (name) {
            case "position" -> {
                boolean first = position == null;
                position = point(in);
                return first;
            }
            case "source" -> {
                boolean first = source == null;
                source = in.text();
                return first;
            }
            case "provider_type" -> {
                boolean first = providerType == null;
                String word = in.text();
                ProviderType known = PROVIDER_TYPES.get(word);
                providerType = known == null ? ProviderType.of(word) : known;
                return first;
            }
            case "provider_id" -> {
                boolean first = providerId == null;
                providerId = in.text();
                return first;
            }
            case "timestamp_generated" -> {
                boolean first = timestampGenerated == null;
                timestampGenerated = Instant.ofEpochMilli(in.time());
                return first;
            }
            case "timestamp_sent" -> {
                boolean first = timestampSent == null;
                timestampSent = Instant.ofEpochMilli(in.time());
                return first;
            }
            case "crs" -> {
                boolean first = crs == null;
                crs = in.text();
                return first;
            }
            case "accuracy" -> {
                boolean first = accuracy == null;
                accuracy = in.number();
                return first;
            }
            case "floor" -> {
                boolean first = floor == null;
                floor = in.number();
                return first;
            }
            default -> {
                return false;
            }
        }
    }

    private static Point point(PlainJson in) {
        in.literal(POINT);
        double x = in.number();
        in.oneByte(',');
        double y = in.number();
        Point point = in.tryByte(',') ? Point.of(x, y, in.number()) : Point.of(x, y);
        in.oneByte(']');
        in.oneByte('}');
        return point;
    }

    private @Nullable Location checked() {
        if (position == null
                || providerType == null
                || source == null
                || !isId(source)
                || providerId == null
                || !isId(providerId)
                || (accuracy != null && accuracy < 0)) {
            return null;
        }
        return new Location(
                position,
                source,
                providerType,
                providerId,
                null,
                timestampGenerated,
                timestampSent,
                crs,
                null,
                accuracy,
                floor,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static boolean isId(String text) {
        return !text.isBlank() && text.length() <= LONGEST_ID;
    }

    private PlainLocation() {}
}
