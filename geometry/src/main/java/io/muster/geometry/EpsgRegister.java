package io.muster.geometry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;

/**
 * The definitions of proj4j-epsg, read once, about 9000. proj4j itself reads its file from the beginning for every name, 20 ms at a time,
 * and a feed that sends a code nobody knows must not cost that with every fix.
 */
final class EpsgRegister {
    private static final String RESOURCE = "/proj4/nad/epsg";
    private static final Pattern LINE = Pattern.compile("<([0-9]{1,9})>\\s+(.*\\S)\\s*<>.*");

    private EpsgRegister() {}

    /** The parameters in the language of PROJ, or null if the register has no such code. */
    static @Nullable String parameters(int code) {
        return Definitions.BY_CODE.get(code);
    }

    private static final class Definitions {
        static final Map<Integer, String> BY_CODE = load();

        private static Map<Integer, String> load() {
            Map<Integer, String> byCode = new HashMap<>(16_384);
            try (InputStream bytes = CRSFactory.class.getResourceAsStream(RESOURCE)) {
                if (bytes == null) {
                    throw new IllegalStateException("proj4j-epsg is not on the class path: no " + RESOURCE);
                }
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher matcher = LINE.matcher(line);
                    if (matcher.matches()) {
                        byCode.putIfAbsent(Integer.valueOf(matcher.group(1)), matcher.group(2));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + RESOURCE, e);
            }
            return byCode;
        }
    }
}
