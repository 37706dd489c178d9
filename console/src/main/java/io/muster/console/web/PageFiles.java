package io.muster.console.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the browser may run: our files, and the one script that has to stand in the page itself, by its digest. */
final class PageFiles {
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    /** The content security policy's name for the import map of the page: {@code 'sha256-…'}. */
    static String importMapDigest() {
        try (InputStream page = PageFiles.class.getResourceAsStream("/static/index.html")) {
            if (page == null) {
                throw new IllegalStateException("the page is not in this build: static/index.html");
            }
            Matcher map = IMPORT_MAP.matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            if (!map.find()) {
                throw new IllegalStateException("index.html has no import map");
            }
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private PageFiles() {}
}
