package io.muster.console.users;

import io.muster.console.history.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.TransactionException;

/**
 * The keys of vendors: in the database, and in memory, so that positions go on coming while the database is away. What this console does to a key holds at once;
 * what another console does, once it is looked at again.
 */
public final class VendorKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VendorKeys.class);

    private static final String TOKEN_MARK = "muster_";
    private static final int TOKEN_BYTES = 32;
    private static final long LOOK_MILLIS = 2_000;
    private static final String COLUMNS =
            "SELECT id, site, vendor, name, scopes, created_at, created_by, expires_at, revoked_at, token_hash FROM vendor_keys";

    private final Database database;
    private final SecureRandom random = new SecureRandom();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    /** By the hash of their token; null = not read yet. */
    private volatile @Nullable Map<String, VendorKey> standing;

    public VendorKeys(Database database) {
        this.database = database;
        this.thread = new Thread(this::run, "vendor-keys");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** A new key with the token that is shown once. */
    public record Made(VendorKey key, String token) {}

    /** Whether they could be read since the start: before that nobody can be told apart. */
    public boolean known() {
        return standing != null;
    }

    /** Null where there is no such token, or its key stands no more. */
    public @Nullable VendorKey of(String token) {
        Map<String, VendorKey> keys = standing;
        VendorKey key = keys == null ? null : keys.get(HexFormat.of().formatHex(hash(token)));
        return key != null && key.stands(Instant.now()) ? key : null;
    }

    /** Whether a key that was found before still stands. */
    public boolean stands(VendorKey key) {
        Map<String, VendorKey> keys = standing;
        return keys != null && key.stands(Instant.now()) && keys.containsValue(key);
    }

    /** All of them, newest first, the revoked among them. */
    public List<VendorKey> all() {
        return database.jdbc().query(COLUMNS + " ORDER BY created_at DESC, id", (row, number) -> key(row));
    }

    /** @throws IllegalArgumentException in one line, where there is one of this name */
    public synchronized Made make(
            String site, String vendor, String name, Set<KeyScope> scopes, @Nullable Instant expiresAt, String by) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = TOKEN_MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UUID.randomUUID();
        try {
            database.jdbc()
                    .update(
                            "INSERT INTO vendor_keys (id, site, vendor, name, scopes, token_hash, created_by, expires_at)"
                                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            id,
                            site,
                            vendor,
                            name,
                            scopes.stream().map(KeyScope::wire).sorted().toArray(String[]::new),
                            hash(token),
                            by,
                            expiresAt == null ? null : OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC));
        } catch (DuplicateKeyException e) {
            throw new IllegalArgumentException(
                    "name: vendor " + vendor + " has a key '" + name + "' for site " + site, e);
        }
        look();
        VendorKey key = of(token);
        if (key == null) {
            throw new IllegalStateException("the key that was made is not there");
        }
        return new Made(key, token);
    }

    /** The key that was revoked; null where there is none of this id that was not revoked before. */
    public synchronized @Nullable VendorKey revoke(UUID id, String by) {
        List<VendorKey> revoked = database.jdbc()
                .query(
                        "UPDATE vendor_keys SET revoked_at = now(), revoked_by = ? WHERE id = ? AND revoked_at IS NULL"
                                + " RETURNING id, site, vendor, name, scopes, created_at, created_by, expires_at, revoked_at",
                        (row, number) -> key(row),
                        by,
                        id);
        look();
        return revoked.isEmpty() ? null : revoked.get(0);
    }

    /** Under the same lock as every change, so that what was read before a change never replaces what was read after it. */
    private synchronized void look() {
        Map<String, VendorKey> found = new HashMap<>();
        database.jdbc().query(COLUMNS + " WHERE revoked_at IS NULL", row -> {
            found.put(HexFormat.of().formatHex(row.getBytes("token_hash")), key(row));
        });
        standing = Map.copyOf(found);
    }

    private void run() {
        boolean away = false;
        try {
            do {
                try {
                    look();
                    away = false;
                } catch (DataAccessException | TransactionException e) {
                    if (!away && known()) {
                        LOG.warn("the keys of vendors cannot be read now, those known go on: {}", e.toString());
                    }
                    away = true;
                }
            } while (!stop.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.warn("the keys of vendors are looked at no more");
        }
    }

    private static VendorKey key(ResultSet row) throws SQLException {
        EnumSet<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String each : (String[]) row.getArray("scopes").getArray()) {
            scopes.add(KeyScope.valueOf(each.toUpperCase(Locale.ROOT)));
        }
        return new VendorKey(
                row.getString("id"),
                row.getString("site"),
                row.getString("vendor"),
                row.getString("name"),
                scopes,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                instant(row.getObject("revoked_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
