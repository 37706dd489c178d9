package io.muster.console.users;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a password has to be: long, not the name, not one of the first to be guessed. No rules about kinds of characters: they make passwords that are written
 * down (NIST SP 800-63B 5.1.1.2).
 */
public final class PasswordRules {
    static final int SHORTEST = 12;
    /** What bcrypt looks at: more would be cut off unseen. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST_KINDS = 5;
    private static final int GENERATED = 20;
    /** Without those that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final Set<String> GUESSED = Set.of(
            "123456789012",
            "1234567890ab",
            "password1234",
            "passwordpassword",
            "administrator",
            "qwertyuiop12",
            "qwertyuiopasdf",
            "iloveyou1234",
            "mustermuster",
            "letmeinplease",
            "welcome12345",
            "changeme1234");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What is wrong with it; null = nothing. */
    public static @Nullable String fault(String name, String password) {
        String small = password.toLowerCase(Locale.ROOT);
        if (password.length() < SHORTEST) {
            return "a password has at least " + SHORTEST + " characters";
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return "a password has at most " + MOST_BYTES + " bytes";
        }
        if (small.contains(name.toLowerCase(Locale.ROOT))) {
            return "a password does not hold the name of its user";
        }
        Set<Character> kinds = new HashSet<>();
        small.chars().forEach(each -> kinds.add((char) each));
        if (GUESSED.contains(small) || kinds.size() < FEWEST_KINDS) {
            return "this password is among the first to be guessed";
        }
        return null;
    }

    /** About 116 bits. */
    public static String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private PasswordRules() {}
}
