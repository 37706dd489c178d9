package io.muster.console.users;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Administrators change users, over HTTP against a whole console. */
@Timeout(120)
class AccountsTest {
    private final World world = World.shared();
    private Client admin;
    private String adminName;

    @BeforeEach
    void login(TestInfo test) throws Exception {
        adminName = "adm-" + Integer.toHexString(test.getDisplayName().hashCode());
        world.user(adminName, Role.ADMINISTRATOR, Set.of(), "*");
        admin = world.loggedIn(adminName);
    }

    @Test
    void aUserIsChangedAndTheirLoginEnds() throws Exception {
        world.user("acc-li", Role.OPERATOR, Set.of(), "api-north");
        Client li = world.loggedIn("acc-li");
        assertEquals(200, li.get("/api/v1/me").statusCode());
        HttpResponse<String> called = admin.put("/api/v1/users/acc-li", "{'display_name':'Li Wei'}");
        assertEquals("Li Wei", Client.tree(called).path("display_name").asText());
        assertEquals(200, li.get("/api/v1/me").statusCode(), "what they may is as it was");
        HttpResponse<String> changed =
                admin.put("/api/v1/users/ACC-Li", "{'role':'viewer','rights':['history'],'sites':['api-south']}");
        assertEquals(200, changed.statusCode(), changed.body());
        JsonNode view = Client.tree(changed);
        assertEquals("[\"live\",\"history\"]", view.path("rights").toString());
        assertEquals("[\"history\"]", view.path("more_rights").toString());
        assertEquals("password", view.path("login").asText());
        assertEquals(401, li.get("/api/v1/me").statusCode(), "what they could do until now is over");
        assertEquals(
                "[\"api-south\"]",
                world.loggedIn("acc-li").json("/api/v1/me").path("sites").toString());
        assertEquals(
                "{\"role\": [\"operator\", \"viewer\"], \"sites\": [\"api-north\", \"api-south\"], \"rights\": [\"\", \"history\"]}",
                audited("user.change", "acc-li").get(0));

        for (String[] each : new String[][] {
            {"{'role':'king'}", "role: "}, {"{'rights':['all']}", "rights: "}, {"{'sites':['North!']}", "sites: "}
        }) {
            HttpResponse<String> refused = admin.put("/api/v1/users/acc-li", each[0]);
            assertEquals(400, refused.statusCode(), refused.body());
            assertTrue(Client.tree(refused).path("detail").asText().startsWith(each[1]), refused.body());
        }
        assertEquals(404, admin.put("/api/v1/users/acc-none", "{}").statusCode());
    }

    @Test
    void aUserIsDisabledAndEnabledAndNeverDeleted() throws Exception {
        world.user("acc-out", Role.VIEWER, Set.of(), "api-north");
        Client out = world.loggedIn("acc-out");
        assertEquals(
                200, admin.put("/api/v1/users/acc-out", "{'enabled':false}").statusCode());
        assertEquals(401, out.get("/api/v1/me").statusCode());
        assertEquals(401, world.client().login("acc-out", World.PASSWORD).statusCode());
        assertEquals(200, admin.put("/api/v1/users/acc-out", "{'enabled':true}").statusCode());
        assertEquals(204, world.client().login("acc-out", World.PASSWORD).statusCode());
        assertEquals(405, admin.delete("/api/v1/users/acc-out").statusCode());
        assertNotNull(world.part(UserStore.class).find("acc-out"));
    }

    @Test
    void whoIsLockedOutIsLetInAgain() throws Exception {
        world.user("acc-locked", Role.VIEWER, Set.of());
        for (int i = 0; i < World.LOCK_AFTER; i++) {
            world.client().login("acc-locked", "not the password");
        }
        assertEquals(401, world.client().login("acc-locked", World.PASSWORD).statusCode());
        JsonNode locked = user("acc-locked");
        assertTrue(locked.has("locked_until"), locked.toString());
        HttpResponse<String> unlocked = admin.post("/api/v1/users/acc-locked/unlock", "");
        assertEquals(200, unlocked.statusCode(), unlocked.body());
        assertFalse(Client.tree(unlocked).has("locked_until"));
        assertEquals(204, world.client().login("acc-locked", World.PASSWORD).statusCode());
        assertEquals(404, admin.post("/api/v1/users/acc-none/unlock", "").statusCode());
        assertEquals(1, audited("user.unlock", "acc-locked").size());
    }

    @Test
    void aPasswordThatWasGivenIsGoodForChoosingAnother() throws Exception {
        world.user("acc-forgot", Role.OPERATOR, Set.of(), "*");
        Client before = world.loggedIn("acc-forgot");
        HttpResponse<String> reset = admin.post("/api/v1/users/acc-forgot/password-reset", "");
        assertEquals(200, reset.statusCode(), reset.body());
        String given = Client.tree(reset).path("password").asText();
        assertEquals(401, before.get("/api/v1/me").statusCode(), "whoever knew the one before is out");
        assertEquals(401, world.client().login("acc-forgot", World.PASSWORD).statusCode());

        Client forgot = world.client();
        assertEquals(204, forgot.login("acc-forgot", given).statusCode());
        JsonNode session = forgot.json("/api/v1/session").path("user");
        assertTrue(session.path("must_change_password").asBoolean(), session.toString());
        assertEquals(0, session.path("rights").size());
        assertEquals(0, forgot.json("/api/v1/sites").size());
        for (String path : List.of("/api/v1/sites/api-plant/live/people", "/api/v1/sites/api-plant/history/alarms")) {
            assertEquals(403, forgot.get(path).statusCode(), path);
        }
        assertEquals(
                400,
                forgot.post("/api/v1/me/password", "{'before':'" + given + "','now':'" + given + "'}")
                        .statusCode(),
                "the same again");
        assertEquals(
                204,
                forgot.post("/api/v1/me/password", "{'before':'" + given + "','now':'a quite new secret'}")
                        .statusCode());
        JsonNode after = forgot.json("/api/v1/me");
        assertFalse(after.path("must_change_password").asBoolean());
        assertTrue(after.path("rights").toString().contains("act"), "at once, without another login: " + after);
        assertEquals(
                204, world.client().login("acc-forgot", "a quite new secret").statusCode());

        world.part(UserStore.class).add("acc-oidc", "O", null, Role.VIEWER, Set.of(), Set.of());
        assertEquals(
                400, admin.post("/api/v1/users/acc-oidc/password-reset", "").statusCode());
        assertEquals("oidc", user("acc-oidc").path("login").asText());
        assertEquals(
                404, admin.post("/api/v1/users/acc-none/password-reset", "").statusCode());
        assertFalse(audited("user.password_reset", "acc-forgot").toString().contains(given));
    }

    @Test
    void oneAdministratorRemains() throws Exception {
        UserStore users = world.part(UserStore.class);
        Database database = world.part(Database.class);
        // The others of this database are out of office for a moment, in a transaction that is taken back.
        database.transactions().executeWithoutResult(transaction -> {
            database.jdbc()
                    .update("UPDATE users SET enabled = false WHERE role = 'administrator' AND name <> ?", adminName);
            UserStore.Change down = new UserStore.Change(null, Role.OPERATOR, null, null, null);
            assertThrows(LastAdministrator.class, () -> users.change(adminName, down));
            transaction.setRollbackOnly();
        });
        assertEquals(Role.ADMINISTRATOR, users.loadUserByUsername(adminName).role());
        assertEquals(
                200,
                admin.put("/api/v1/users/" + adminName, "{'display_name':'still here'}")
                        .statusCode());
    }

    @Test
    void theLogsAreAskedByWhoWhatWhereAndWhen() throws Exception {
        Journal journal = world.part(Journal.class);
        journal.act("acc-clerk", "plan.apply", "api-log-a", "v1", "{}", null);
        journal.act("acc-clerk", "plan.limits", "api-log-a", "v2", "{}", null);
        journal.act("acc-clerk", "person.add", "api-log-b", "p1", "{}", null);
        admin.get("/api/v1/sites/api-log-a/plans");
        world.client().get("/api/v1/sites/api-log-b/plans?acc=1");
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        assertEquals(3, admin.json("/api/v1/audit?who=acc-clerk").size());
        assertEquals(2, admin.json("/api/v1/audit?who=acc-clerk&act=plan.").size());
        assertEquals(
                1, admin.json("/api/v1/audit?who=acc-clerk&act=plan.limits").size());
        assertEquals(1, admin.json("/api/v1/audit?who=acc-clerk&site=api-log-b").size());
        assertEquals(1, admin.json("/api/v1/audit?who=acc-clerk&object=v2").size());
        assertEquals(
                0,
                admin.json("/api/v1/audit?who=acc-clerk&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
                        .size());
        assertEquals(1, admin.json("/api/v1/audit?who=acc-clerk&limit=1").size());
        JsonNode calls = admin.json("/api/v1/api-calls?who=" + adminName + "&path=api-log-a");
        assertEquals(404, calls.path(0).path("status").asInt(), calls.toString());
        JsonNode refused = admin.json("/api/v1/api-calls?path=acc%3D1&status=400&method=GET");
        assertEquals(401, refused.path(0).path("status").asInt(), refused.toString());
        assertFalse(refused.path(0).has("who"));

        world.user("acc-log-a", Role.ADMINISTRATOR, Set.of(), "api-log-a");
        Client ofOne = world.loggedIn("acc-log-a");
        assertEquals(2, ofOne.json("/api/v1/audit?who=acc-clerk").size(), "of their own sites");
        assertEquals(0, ofOne.json("/api/v1/api-calls?path=acc%3D1").size());
        assertTrue(ofOne.json("/api/v1/api-calls?who=" + adminName + "&path=api-log-a")
                        .size()
                > 0);
        for (String bad : List.of("audit?from=noon", "audit?limit=0", "api-calls?from=noon", "api-calls?status=bad")) {
            assertEquals(400, admin.get("/api/v1/" + bad).statusCode(), bad);
        }
        world.user("acc-operator", Role.OPERATOR, Set.of(), "*");
        Client operator = world.loggedIn("acc-operator");
        assertEquals(403, operator.get("/api/v1/api-calls").statusCode());
        assertEquals(
                403,
                operator.put("/api/v1/users/acc-operator", "{'role':'administrator'}")
                        .statusCode());
        assertEquals(
                403,
                operator.post("/api/v1/users/acc-operator/password-reset", "").statusCode());
    }

    private JsonNode user(String name) throws Exception {
        for (JsonNode each : admin.json("/api/v1/users")) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("no user " + name);
    }

    private List<String> audited(String act, String user) {
        Journal journal = world.part(Journal.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        return new ArrayList<>(world.part(Database.class)
                .jdbc()
                .queryForList(
                        "SELECT detail::text FROM audit_log WHERE act = ? AND object = ? AND detail <> '{\"display_name\": [\"acc-li\", \"Li Wei\"]}'::jsonb",
                        String.class,
                        act,
                        user));
    }
}
