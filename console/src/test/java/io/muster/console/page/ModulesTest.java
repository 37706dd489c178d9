package io.muster.console.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page names beforehand what it will need at its start, so that a browser asks for all of it at once. */
class ModulesTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export)\\s[^;]*?from '(\\.[^']+)'|^import '(\\.[^']+)'");
    private static final Pattern PRELOAD = Pattern.compile("<link rel=\"modulepreload\" href=\"/(page/[^\"]+)\">");

    @Test
    void whatTheFirstViewNeedsIsAskedForAtOnceAndNothingElse() throws IOException {
        Set<String> needed = new TreeSet<>();
        follow(STATIC.resolve("page/app.js"), needed);
        follow(STATIC.resolve("page/views/now.js"), needed);
        Set<String> named = new TreeSet<>();
        Matcher links = PRELOAD.matcher(Files.readString(STATIC.resolve("index.html")));
        while (links.find()) {
            named.add(links.group(1));
        }
        assertTrue(needed.size() > 20, needed::toString);
        assertEquals(needed, named);
    }

    private static void follow(Path module, Set<String> seen) throws IOException {
        if (!seen.add(STATIC.relativize(module).toString().replace('\\', '/'))) {
            return;
        }
        Matcher imports = IMPORT.matcher(Files.readString(module));
        while (imports.find()) {
            String other = imports.group(1) == null ? imports.group(2) : imports.group(1);
            follow(module.resolveSibling(other).normalize(), seen);
        }
    }
}
