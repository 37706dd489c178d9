package io.muster.console.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.muster.console.history.Journal;
import io.muster.console.users.Caller;
import io.muster.console.users.ConsoleUser;
import io.muster.console.users.KeyScope;
import io.muster.console.users.VendorKey;
import io.muster.console.users.VendorKeys;
import io.muster.contract.codec.Ids;
import io.muster.contract.codec.Json;
import io.muster.contract.topic.SiteId;
import io.muster.contract.topic.VendorId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keys with which vendors and other systems come to the omlox Hub of a site: for administrators of that site. */
@RestController
@RequestMapping("/api/v1/vendors")
public class VendorsApi {
    private static final int LONGEST_NAME = 64;

    private final VendorKeys keys;
    private final Journal journal;

    VendorsApi(VendorKeys keys, Journal journal) {
        this.keys = keys;
        this.journal = journal;
    }

    /**
     * @param vendor as in the topics that it writes: {@code site.location-updates.vendor}
     * @param name what the key is for, 1 to 64 characters; one standing key of a vendor has it
     * @param scopes any of "write" (default), "read" and "names"
     * @param expiresAt null = never
     */
    public record NewKey(
            @Nullable String site,
            @Nullable String vendor,
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    /** @param token only in the answer to its making: nobody can look it up later */
    public record KeyView(
            String id,
            String site,
            String vendor,
            String name,
            List<String> scopes,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String token) {
        static KeyView of(VendorKey key, @Nullable String token) {
            return new KeyView(
                    key.id(),
                    key.site(),
                    key.vendor(),
                    key.name(),
                    key.scopes().stream().map(KeyScope::wire).sorted().toList(),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.revokedAt(),
                    token);
        }
    }

    /** Newest first, the revoked among them. */
    @GetMapping
    List<KeyView> all(Authentication who) {
        ConsoleUser user = Caller.of(who);
        return keys.all().stream()
                .filter(each -> user.sees(each.site()))
                .map(each -> KeyView.of(each, null))
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    KeyView make(Authentication who, @RequestBody NewKey given, HttpServletRequest request) {
        ConsoleUser user = Caller.of(who);
        String site = Given.text("site", given.site());
        refuse("site", SiteId.wellFormed(site) ? null : "'" + site + "' is no site");
        if (!user.sees(site)) {
            throw new BadRequest("site: '" + site + "' is not among your sites");
        }
        String vendor = Given.text("vendor", given.vendor());
        refuse("vendor", VendorId.fault(vendor));
        String name = Given.text("name", given.name()).strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest("name has 1 to " + LONGEST_NAME + " characters on one line");
        }
        Instant expiresAt = Given.timeOrNull("expires_at", given.expiresAt());
        if (expiresAt != null && !expiresAt.isAfter(Instant.now())) {
            throw new BadRequest("expires_at must be ahead, was " + expiresAt);
        }
        Set<KeyScope> scopes = scopes(given.scopes());
        VendorKeys.Made made;
        try {
            made = keys.make(site, vendor, name, scopes, expiresAt, user.getUsername());
        } catch (IllegalArgumentException e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        }
        audit("vendor_key.make", user, made.key(), request);
        return KeyView.of(made.key(), made.token());
    }

    /** From this moment on nobody gets in with it. */
    @DeleteMapping("/{id}")
    KeyView revoke(Authentication who, @PathVariable String id, HttpServletRequest request) {
        ConsoleUser user = Caller.of(who);
        boolean theirs = keys.all().stream().anyMatch(each -> each.id().equals(id) && user.sees(each.site()));
        VendorKey revoked = theirs && Ids.isUuid(id) ? keys.revoke(UUID.fromString(id), user.getUsername()) : null;
        if (revoked == null) {
            throw new NotThere("there is no key " + id + " that stands");
        }
        audit("vendor_key.revoke", user, revoked, request);
        return KeyView.of(revoked, null);
    }

    private void audit(String act, ConsoleUser user, VendorKey key, HttpServletRequest request) {
        ObjectNode detail = Json.object();
        detail.put("vendor", key.vendor());
        detail.put("name", key.name());
        key.scopes().stream().map(KeyScope::wire).sorted().forEach(detail.putArray("scopes")::add);
        journal.act(user.getUsername(), act, key.site(), key.id(), detail.toString(), request.getRemoteAddr());
    }

    private static Set<KeyScope> scopes(@Nullable List<String> given) {
        if (given == null || given.isEmpty()) {
            return EnumSet.of(KeyScope.WRITE);
        }
        EnumSet<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String each : given) {
            scopes.add(Arrays.stream(KeyScope.values())
                    .filter(scope -> scope.wire().equals(each))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("scopes: expected read, write or names, was '" + each + "'")));
        }
        return scopes;
    }

    private static void refuse(String field, @Nullable String fault) {
        if (fault != null) {
            throw new BadRequest(field + ": " + fault);
        }
    }
}
