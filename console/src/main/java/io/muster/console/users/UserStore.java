package io.muster.console.users;

import io.muster.console.history.Database;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The users, in the database. Names are in small letters. */
public final class UserStore implements UserDetailsService {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final String COLUMNS =
            "SELECT name, display_name, password, role, rights, sites, enabled, locked_until, must_change_password FROM users";

    private final Database database;
    private final PasswordEncoder encoder;
    private final int lockAfter;
    private final Duration lockFor;

    public UserStore(Database database, PasswordEncoder encoder, int lockAfter, Duration lockFor) {
        this.database = database;
        this.encoder = encoder;
        this.lockAfter = lockAfter;
        this.lockFor = lockFor;
    }

    @Override
    public ConsoleUser loadUserByUsername(String name) {
        ConsoleUser user = find(name);
        if (user == null) {
            throw new UsernameNotFoundException("no such user");
        }
        return user;
    }

    public @Nullable ConsoleUser find(String name) {
        List<ConsoleUser> found =
                database.jdbc().query(COLUMNS + " WHERE name = ?", (row, number) -> user(row), small(name));
        return found.isEmpty() ? null : found.get(0);
    }

    public List<ConsoleUser> all() {
        return database.jdbc().query(COLUMNS + " ORDER BY name", (row, number) -> user(row));
    }

    /**
     * Adds a user.
     *
     * @param password null = logs in elsewhere (OpenID Connect)
     * @param rights beyond those of the role
     * @param sites {@code *} = all
     * @throws IllegalArgumentException in one line: name, password or site cannot be taken, or there is such a user
     */
    public void add(
            String name,
            String displayName,
            @Nullable String password,
            Role role,
            Set<Right> rights,
            Set<String> sites) {
        String small = small(name);
        if (!NAME.matcher(small).matches()) {
            throw new IllegalArgumentException("a name is 1 to 64 of a-z 0-9 . _ @ -");
        }
        int added = database.jdbc()
                .update(
                        "INSERT INTO users (name, display_name, password, role, rights, sites) VALUES (?, ?, ?, ?, ?, ?)"
                                + " ON CONFLICT DO NOTHING",
                        small,
                        displayName,
                        password == null ? null : encoded(small, password),
                        role.wire(),
                        rights.stream().map(Right::wire).sorted().toArray(String[]::new),
                        new TreeSet<>(sites).toArray(String[]::new));
        if (added == 0) {
            throw new IllegalArgumentException("there is a user " + small);
        }
    }

    /** @throws IllegalArgumentException in one line, where the rules refuse it */
    public void changePassword(String name, String password) {
        database.jdbc()
                .update(
                        "UPDATE users SET password = ?, password_changed_at = now(), wrong_passwords = 0, locked_until = NULL,"
                                + " must_change_password = false"
                                + " WHERE name = ?",
                        encoded(small(name), password),
                        small(name));
    }

    /** What is to be otherwise of a user; null = stays as it is. */
    public record Change(
            @Nullable String displayName,
            @Nullable Role role,
            @Nullable Set<Right> rights,
            @Nullable Set<String> sites,
            @Nullable Boolean enabled) {}

    /**
     * @return as they were before; null = there is no such user
     * @throws LastAdministrator where nobody could administer afterwards
     */
    public @Nullable ConsoleUser change(String name, Change change) {
        @Nullable
        List<ConsoleUser> changed = database.transactions().execute(transaction -> {
            // Two administrators who take the role from each other must not both succeed.
            database.jdbc().execute("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE");
            ConsoleUser before = find(name);
            if (before == null) {
                return List.of();
            }
            database.jdbc()
                    .update(
                            "UPDATE users SET display_name = ?, role = ?, rights = ?, sites = ?, enabled = ? WHERE name = ?",
                            change.displayName() == null ? before.displayName() : change.displayName(),
                            (change.role() == null ? before.role() : change.role()).wire(),
                            (change.rights() == null ? before.moreRights() : change.rights())
                                    .stream().map(Right::wire).sorted().toArray(String[]::new),
                            new TreeSet<>(change.sites() == null ? before.sites() : change.sites())
                                    .toArray(String[]::new),
                            change.enabled() == null ? before.isEnabled() : change.enabled(),
                            before.getUsername());
            Boolean remains = database.jdbc()
                    .queryForObject(
                            "SELECT EXISTS (SELECT FROM users WHERE role = 'administrator' AND enabled)",
                            Boolean.class);
            if (!Boolean.TRUE.equals(remains)) {
                throw new LastAdministrator();
            }
            return List.of(before);
        });
        return changed == null || changed.isEmpty() ? null : changed.get(0);
    }

    /** Lets a user try again at once; false = there is no such user. */
    public boolean unlock(String name) {
        return database.jdbc()
                        .update("UPDATE users SET wrong_passwords = 0, locked_until = NULL WHERE name = ?", small(name))
                > 0;
    }

    /**
     * Gives a user a password that is generated, and that they have to change when they log in with it.
     *
     * @return the password, which is nowhere else; null = there is no such user, or one who logs in elsewhere
     */
    public @Nullable String resetPassword(String name) {
        String small = small(name);
        String password = PasswordRules.generate();
        while (PasswordRules.fault(small, password) != null) {
            // It held the name, which may be one letter.
            password = PasswordRules.generate();
        }
        int found = database.jdbc()
                .update(
                        "UPDATE users SET password = ?, password_changed_at = now(), wrong_passwords = 0, locked_until = NULL,"
                                + " must_change_password = true WHERE name = ? AND password IS NOT NULL",
                        encoded(small, password),
                        small);
        return found > 0 ? password : null;
    }

    /** Whether nobody is there yet. */
    public boolean isEmpty() {
        Boolean empty = database.jdbc().queryForObject("SELECT NOT EXISTS (SELECT FROM users)", Boolean.class);
        return empty != null && empty;
    }

    /** Whether it is the password of this user now. A wrong one counts, as at a login; a locked account has none. */
    public boolean checkPassword(String name, String password) {
        ConsoleUser user = find(name);
        String known = user == null ? null : user.getPassword();
        if (user == null || known == null || !user.isAccountNonLocked()) {
            return false;
        }
        boolean right = encoder.matches(password, known);
        if (!right) {
            wrongPassword(name);
        }
        return right;
    }

    /** Counts a wrong password; locks at the last that is allowed. Whether the account is locked now. */
    boolean wrongPassword(String name) {
        List<Boolean> locked = database.jdbc()
                .queryForList(
                        "UPDATE users SET wrong_passwords = CASE WHEN wrong_passwords + 1 >= ? THEN 0 ELSE wrong_passwords + 1 END,"
                                + " locked_until = CASE WHEN wrong_passwords + 1 >= ? THEN ? ELSE locked_until END"
                                + " WHERE name = ? RETURNING locked_until > now()",
                        Boolean.class,
                        lockAfter,
                        lockAfter,
                        OffsetDateTime.ofInstant(Instant.now().plus(lockFor), ZoneOffset.UTC),
                        small(name));
        return !locked.isEmpty() && Boolean.TRUE.equals(locked.get(0));
    }

    void rightPassword(String name) {
        database.jdbc()
                .update(
                        "UPDATE users SET wrong_passwords = 0, locked_until = NULL WHERE name = ? AND"
                                + " (wrong_passwords > 0 OR locked_until IS NOT NULL)",
                        small(name));
    }

    private String encoded(String name, String password) {
        String fault = PasswordRules.fault(name, password);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        String encoded = encoder.encode(password);
        if (encoded == null) {
            throw new IllegalStateException("the encoder gave nothing");
        }
        return encoded;
    }

    private static ConsoleUser user(ResultSet row) throws SQLException {
        OffsetDateTime lockedUntil = row.getObject("locked_until", OffsetDateTime.class);
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        texts(row.getArray("rights")).forEach(each -> rights.add(Right.valueOf(each.toUpperCase(Locale.ROOT))));
        return new ConsoleUser(
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password"),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                rights,
                Set.copyOf(texts(row.getArray("sites"))),
                row.getBoolean("enabled"),
                lockedUntil == null ? null : lockedUntil.toInstant(),
                row.getBoolean("must_change_password"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String small(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
