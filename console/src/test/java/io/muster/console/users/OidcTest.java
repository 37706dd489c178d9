package io.muster.console.users;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.ConsoleApp;
import io.muster.console.World;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;

/** A console that also lets people in whom a provider of OpenID Connect knows: the mock of one, with the code flow as a browser goes through it. */
@Timeout(180)
class OidcTest {
    private static MockOAuth2Server provider;
    private static ConfigurableApplicationContext console;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        provider = new MockOAuth2Server();
        provider.start();
        console = ConsoleApp.start(
                "--muster.console.kafka=" + World.shared().kafka().bootstrapServers(),
                "--muster.console.port=0",
                "--muster.console.sites=api-oidc",
                "--muster.console.password-cost=4",
                "--spring.security.oauth2.client.registration.plant.client-id=muster",
                "--spring.security.oauth2.client.registration.plant.client-secret=secret",
                "--spring.security.oauth2.client.registration.plant.client-name=Plant login",
                "--spring.security.oauth2.client.registration.plant.scope=openid,profile",
                "--spring.security.oauth2.client.provider.plant.issuer-uri=" + provider.issuerUrl("plant"));
        address = "http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port");
        UserStore users = console.getBean(UserStore.class);
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> !users.isEmpty());
        users.add("oidc.li", "Li Wei", null, Role.OPERATOR, Set.of(), Set.of("api-oidc"));
        users.add("oidc.out", "Out", null, Role.OPERATOR, Set.of(), Set.of("api-oidc"));
        users.change("oidc.out", new UserStore.Change(null, null, null, null, false));
    }

    @AfterAll
    static void stop() {
        console.close();
        provider.shutdown();
    }

    /** Goes to the provider, which knows this person, and back with the code. */
    private static HttpResponse<String> login(Client browser, String person) throws Exception {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(
                "plant", "subject-of-" + person, "JWT", List.of("muster"), Map.of("preferred_username", person), 3600));
        JsonNode offered = browser.json("/api/v1/session").path("providers").get(0);
        assertEquals("Plant login", offered.path("name").asText());
        HttpResponse<String> away = browser.get(offered.path("address").asText());
        assertEquals(302, away.statusCode());
        HttpResponse<String> back = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(location(away))).build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(302, back.statusCode(), back.body());
        assertTrue(location(back).startsWith(address + "/login/oauth2/code/plant?"), location(back));
        return browser.get(location(back).substring(address.length()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }

    @Test
    void whoIsInTheTableHasTheirRightsThere() throws Exception {
        Client li = new Client(address);
        li.get("/api/v1/me");
        HttpResponse<String> in = login(li, "Oidc.Li");
        assertEquals(302, in.statusCode(), in.body());
        assertEquals(address + "/", location(in));
        JsonNode me = li.json("/api/v1/me");
        assertEquals("oidc.li", me.path("name").asText());
        assertEquals("operator", me.path("role").asText());
        assertEquals("[\"api-oidc\"]", me.path("sites").toString());
        assertEquals(403, li.get("/api/v1/users").statusCode());
        assertTrue(audited("oidc.li").contains("login"), audited("oidc.li")::toString);

        li.get("/api/v1/session");
        HttpResponse<String> out = li.post("/api/v1/logout", "");
        assertEquals(200, out.statusCode(), out.body());
        String next = Client.tree(out).path("next").asText();
        assertTrue(next.startsWith(provider.endSessionEndpointUrl("plant").toString()), next);
        assertTrue(next.contains("id_token_hint="), next);
        assertEquals(401, li.get("/api/v1/me").statusCode());
    }

    @Test
    void whomTheTableDoesNotKnowIsRefused() throws Exception {
        for (String person : List.of("oidc.stranger", "oidc.out")) {
            Client stranger = new Client(address);
            HttpResponse<String> refused = login(stranger, person);
            assertEquals(302, refused.statusCode());
            assertEquals(address + OidcRefusal.ADDRESS, location(refused));
            assertEquals(401, stranger.get("/api/v1/me").statusCode());
            assertEquals(List.of("login.refused"), audited(person));
        }
    }

    @Test
    void theSessionIsAnotherOneAfterTheLogin() throws Exception {
        Client browser = new Client(address);
        browser.get("/oauth2/authorization/plant");
        String planted = session(browser);
        assertFalse(planted.isEmpty());
        login(browser, "oidc.li");
        assertFalse(session(browser).equals(planted), "whoever planted a session must not get the login with it");
        assertEquals(200, browser.get("/api/v1/me").statusCode());
    }

    @Test
    void aMadeUpCodeIsNoLogin() throws Exception {
        Client browser = new Client(address);
        browser.get("/oauth2/authorization/plant");
        HttpResponse<String> forged = browser.get("/login/oauth2/code/plant?code=made-up&state=made-up");
        assertEquals(address + OidcRefusal.ADDRESS, location(forged));
        assertEquals(401, browser.get("/api/v1/me").statusCode());
    }

    private static String session(Client browser) {
        for (String each : browser.cookieHeader().split("; ", -1)) {
            if (each.startsWith("JSESSIONID=")) {
                return each;
            }
        }
        return "";
    }

    private static List<String> audited(String who) {
        Journal journal = console.getBean(Journal.class);
        await().atMost(Duration.ofSeconds(60)).until(() -> journal.waiting() == 0);
        return console.getBean(Database.class)
                .jdbc()
                .queryForList("SELECT act FROM audit_log WHERE who = ? ORDER BY at", String.class, who);
    }
}
