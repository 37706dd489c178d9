package io.muster.console.users;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who may log in and what they may, over HTTP against a whole console. */
@Timeout(120)
class UsersTest {
    private final World world = World.shared();

    @Test
    void nobodyGetsInWithoutALogin() throws Exception {
        HttpResponse<String> refused = world.client().get("/api/v1/me");
        assertEquals(401, refused.statusCode());
        assertEquals(
                "application/problem+json",
                refused.headers().firstValue("content-type").orElse(""));
        assertEquals("/api/v1/me", Client.tree(refused).path("instance").asText());
        assertEquals(401, world.client().get("/api/v1/anything").statusCode());
        assertTrue(
                Client.tree(world.client().get("/api/v1/session")).path("user").isMissingNode());
    }

    @Test
    void aUserLogsInAndIsWhoTheyAreUntilTheyLogOut() throws Exception {
        world.user("li.wei", Role.VIEWER, Set.of(Right.HISTORY), "api-north");
        Client li = world.loggedIn("Li.Wei");
        JsonNode me = li.json("/api/v1/me");
        assertEquals("li.wei", me.path("name").asText());
        assertEquals("[\"live\",\"history\"]", me.path("rights").toString());
        assertEquals("[\"api-north\"]", me.path("sites").toString());
        assertEquals(204, li.post("/api/v1/logout", "").statusCode());
        assertEquals(401, li.get("/api/v1/me").statusCode());
    }

    @Test
    void theSessionIsAnotherOneAfterTheLogin() throws Exception {
        world.user("fixated", Role.VIEWER, Set.of());
        Client client = world.client();
        client.get("/api/v1/me");
        String before = client.cookieHeader();
        assertEquals(204, client.login("fixated", World.PASSWORD).statusCode());
        assertFalse(before.isBlank());
        assertFalse(client.cookieHeader().equals(before), "whoever planted a session must not get the login with it");
    }

    @Test
    void aWrongRoleIsRefused() throws Exception {
        world.user("viewer", Role.VIEWER, Set.of(), "api-north").user("operator", Role.OPERATOR, Set.of(), "api-north");
        for (String path : List.of("/api/v1/users", "/api/v1/audit", "/actuator/prometheus")) {
            assertEquals(403, world.loggedIn("operator").get(path).statusCode(), path);
        }
        HttpResponse<String> refused = world.loggedIn("viewer").get("/api/v1/sites/api-north/history/alarms");
        assertEquals(403, refused.statusCode());
        assertEquals(
                "this is not among your rights",
                Client.tree(refused).path("detail").asText());
        assertEquals(
                403,
                world.loggedIn("viewer")
                        .post("/api/v1/sites/api-north/alarms/a/commands", "{'command':'acknowledge'}")
                        .statusCode());
    }

    @Test
    void aForeignPageCannotActForALoggedInUser() throws Exception {
        world.user("csrf-admin", Role.ADMINISTRATOR, Set.of(), "*");
        Client admin = world.loggedIn("csrf-admin");
        String user = "{'name':'forged','role':'viewer','password':'" + World.PASSWORD + "'}";
        assertEquals(403, admin.forgedPost("/api/v1/users", user).statusCode());
        assertNull(world.part(UserStore.class).find("forged"));
        assertEquals(201, admin.post("/api/v1/users", user).statusCode());
        assertNotNull(world.part(UserStore.class).find("forged"));
    }

    @Test
    void whoGuessesIsLockedOutAndAnAdministratorReadsOfIt() throws Exception {
        world.user("guessed", Role.VIEWER, Set.of()).user("watching", Role.ADMINISTRATOR, Set.of(), "*");
        HttpResponse<String> wrong = world.client().login("guessed", "not the password");
        HttpResponse<String> nobody = world.client().login("nobody-of-that-name", "not the password");
        assertEquals(401, wrong.statusCode());
        assertEquals(wrong.body(), nobody.body(), "nobody learns which names there are");
        for (int i = 1; i < World.LOCK_AFTER; i++) {
            assertEquals(
                    401, world.client().login("guessed", "not the password").statusCode());
        }
        assertEquals(
                401, world.client().login("guessed", World.PASSWORD).statusCode(), "locked, even with the right one");
        Journal journal = world.part(Journal.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        List<String> acts = new ArrayList<>();
        for (JsonNode each : world.loggedIn("watching").json("/api/v1/audit")) {
            if (each.path("who").asText().equals("guessed")) {
                acts.add(each.path("act").asText());
            }
        }
        assertEquals(
                World.LOCK_AFTER + 1,
                acts.stream().filter("login.refused"::equals).count(),
                acts::toString);
        assertEquals(1, acts.stream().filter("login.locked"::equals).count(), acts::toString);
    }

    @Test
    void passwordsAreLongAndNotTheFirstToBeGuessed() throws Exception {
        world.user("chooser", Role.VIEWER, Set.of());
        Client chooser = world.loggedIn("chooser");
        for (String bad : List.of("short", "aaaaaaaaaaaaaaaa", "my name is chooser", "password1234")) {
            HttpResponse<String> refused =
                    chooser.post("/api/v1/me/password", "{'before':'" + World.PASSWORD + "','now':'" + bad + "'}");
            assertEquals(400, refused.statusCode(), bad);
            assertTrue(Client.tree(refused).path("detail").asText().startsWith("now: "), refused.body());
        }
        assertEquals(
                400,
                chooser.post("/api/v1/me/password", "{'before':'wrong one','now':'a quite new secret'}")
                        .statusCode());
        assertEquals(
                204,
                chooser.post("/api/v1/me/password", "{'before':'" + World.PASSWORD + "','now':'a quite new secret'}")
                        .statusCode());
        assertEquals(401, world.client().login("chooser", World.PASSWORD).statusCode());
        assertEquals(204, world.client().login("chooser", "a quite new secret").statusCode());
    }

    @Test
    void thereIsNoDefaultPassword() {
        ConsoleUser first = world.part(UserStore.class).find("admin");
        assertNotNull(first);
        String hash = first.getPassword();
        assertNotNull(hash);
        assertTrue(hash.startsWith("{bcrypt}$2"), hash);
        for (String guess : List.of("admin", "password", "muster", "")) {
            assertFalse(new BCryptPasswordEncoder().matches(guess, hash.substring("{bcrypt}".length())));
        }
        assertFalse(PasswordRules.generate().equals(PasswordRules.generate()));
        assertNull(PasswordRules.fault("admin", PasswordRules.generate()));
    }

    @Test
    void theAuditLogIsOnlyEverAddedTo() {
        Journal journal = world.part(Journal.class);
        journal.act("tester", "test", null, null, "{}", null);
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        Database database = world.part(Database.class);
        for (String bad :
                List.of("UPDATE audit_log SET who = 'somebody else'", "DELETE FROM audit_log", "TRUNCATE audit_log")) {
            DataAccessException refused = assertThrows(
                    DataAccessException.class, () -> database.jdbc().execute(bad), bad);
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused.getMessage());
        }
    }

    @Test
    void everyCallIsWrittenDownWithCallerAndResult() throws Exception {
        world.user("logged", Role.VIEWER, Set.of());
        Client logged = world.loggedIn("logged");
        logged.get("/api/v1/me");
        logged.get("/api/v1/users");
        world.client().get("/api/v1/me?from=nowhere");
        Journal journal = world.part(Journal.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        List<String> calls = world.part(Database.class)
                .jdbc()
                .queryForList(
                        "SELECT coalesce(who, 'nobody') || ' ' || method || ' ' || path || ' ' || status FROM api_calls"
                                + " WHERE who = 'logged' OR path LIKE '%nowhere' ORDER BY at",
                        String.class);
        assertTrue(calls.contains("logged GET /api/v1/me 200"), calls::toString);
        assertTrue(calls.contains("logged GET /api/v1/users 403"), calls::toString);
        assertTrue(calls.contains("nobody GET /api/v1/me?from=nowhere 401"), calls::toString);
    }

    @Test
    void headersKeepForeignScriptsAndFramesOut() throws Exception {
        HttpResponse<String> answer = world.client().get("/api/v1/session");
        String policy = answer.headers().firstValue("content-security-policy").orElse("");
        // Of inline scripts the import map of the page alone, by its digest.
        assertTrue(policy.matches("default-src 'none'; script-src 'self' 'sha256-[^' ]+'; .*"), policy);
        assertTrue(policy.contains("frame-ancestors 'none'"), policy);
        assertEquals(
                "nosniff", answer.headers().firstValue("x-content-type-options").orElse(""));
        List<String> cookies = answer.headers().allValues("set-cookie");
        assertTrue(cookies.stream().anyMatch(each -> each.startsWith("XSRF-TOKEN=")), cookies::toString);
    }

    @Test
    void badBodiesAreProblemDocuments() throws Exception {
        world.user("sloppy", Role.ADMINISTRATOR, Set.of(), "*");
        Client sloppy = world.loggedIn("sloppy");
        for (String bad : List.of(
                "{",
                "[]",
                "{'name':'x','role':'king','password':'" + World.PASSWORD + "'}",
                "{'name':'x y','role':'viewer','password':'" + World.PASSWORD + "'}",
                "{'name':'x','role':'viewer','password':'short'}",
                "{'name':'x','role':'viewer','sites':['North!'],'password':'" + World.PASSWORD + "'}",
                "{'name':'sloppy','role':'viewer','password':'" + World.PASSWORD + "'}")) {
            HttpResponse<String> refused = sloppy.post("/api/v1/users", bad);
            assertEquals(400, refused.statusCode(), bad + " " + refused.body());
            assertEquals(
                    "application/problem+json",
                    refused.headers().firstValue("content-type").orElse(""),
                    bad);
        }
        assertNull(world.part(UserStore.class).find("x"));
        assertEquals(400, sloppy.get("/api/v1/audit?from=yesterday").statusCode());
    }
}
