package io.muster.contract.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids made of what they name, so that a replay makes the same ones. */
public final class Ids {
    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** A hex address of six or eight bytes, with or without separators between the bytes. */
    private static final Pattern HEX =
            Pattern.compile("[0-9a-fA-F]{2}(?:[:.-]?[0-9a-fA-F]{2})+|[0-9a-fA-F]{4}(?:[:.-][0-9a-fA-F]{4})+");

    private static final Pattern SEPARATORS = Pattern.compile("[:.-]");

    /** RFC 4122 appendix C, the name space of DNS names: {@code muster} within it is ours. */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private static final UUID OURS = uuid5(DNS, "muster");

    /** What joins parts; no part of an id on the wire holds it, so two different lists never make one name. */
    private static final char SEPARATOR = '\u001f';

    /** UUIDv5 of a site and what names something within it, lower case. */
    public static String uuid5(String site, String... parts) {
        StringBuilder name = new StringBuilder(site);
        for (String part : parts) {
            name.append(SEPARATOR).append(part);
        }
        return uuid5(OURS, name.toString()).toString();
    }

    /** A UUID stays what it is, in lower case; every other id becomes UUIDv5(site, id). */
    public static String fenceId(String site, String id) {
        return isUuid(id) ? id.toLowerCase(Locale.ROOT) : uuid5(site, id);
    }

    public static boolean isUuid(String id) {
        return UUID_SHAPE.matcher(id).matches();
    }

    /**
     * The form in which tag ids are matched: vendors write the same address with colons, hyphens, dots or nothing. A hex address becomes
     * upper case without separators; everything else is trimmed and stays as it is.
     */
    public static String providerKey(String providerId) {
        String trimmed = providerId.trim();
        if (!HEX.matcher(trimmed).matches()) {
            return trimmed;
        }
        return SEPARATORS.matcher(trimmed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    private static UUID uuid5(UUID space, String name) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
        sha1.update(bytes(space.getMostSignificantBits()));
        sha1.update(bytes(space.getLeastSignificantBits()));
        byte[] hash = sha1.digest(name.getBytes(StandardCharsets.UTF_8));
        long most = (number(hash, 0) & ~0xf000L) | 0x5000L;
        long least = (number(hash, 8) & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private static byte[] bytes(long number) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (number >>> (56 - 8 * i));
        }
        return bytes;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | (bytes[from + i] & 0xff);
        }
        return number;
    }

    private Ids() {}
}
