package io.muster.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Role;
import io.muster.contract.people.Person;
import io.muster.contract.plan.Plan;
import io.muster.contract.topic.TopicKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An administrator at the page: another plan and the way back, a person and a tag, an order to the alarm desk. */
@Timeout(240)
class AdminTest {
    private static final String SITE = "live-admin";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SOON = 60_000;

    private static World world;
    private static Plant plant;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        world = World.shared();
        world.user("page-admin", Role.ADMINISTRATOR, Set.of(), SITE);
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(TopicKind.PLANS, "1", plan("1", 40, 3));
        await().atMost(PATIENCE).until(() -> version().equals("1"));
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        plant.close();
    }

    private static String plan(String version, int width, int limit) {
        return "{'type':'FeatureCollection','name':'West works','muster':{'version':'" + version
                + "','crs':'local','approver':'Wang Fang'},'features':[{'type':'Feature','id':'reactor','properties':{"
                + "'name':'Reactor','floor':0,'muster':{'role':'hazard','hazards':['toxic'],'limit':" + limit
                + "}},'geometry':{'type':'Polygon','coordinates':[[[0,0],[" + width + ",0],[" + width
                + ",40],[0,40],[0,0]]]}}]}";
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
    }

    private static void choose(Page page, String plan) {
        page.setInputFiles(
                "[name=plan]",
                new FilePayload(
                        "plan.geojson",
                        "application/geo+json",
                        plan.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aNewPlanIsComparedAppliedAndTakenBack() {
        Page page = browser.loggedIn(world, "page-admin", "admin/plans");
        Locator versions = page.locator(".panel", new Page.LocatorOptions().setHasText("Versions of the plan"));
        assertThat(versions).containsText("in force", soon());

        // More than three in a hazard zone wants a legal basis.
        choose(page, plan("2", 40, 9));
        assertThat(page.locator(".fault")).containsText("legal_basis", soon());

        choose(page, plan("2", 60, 2));
        Locator difference = page.locator(".difference");
        assertThat(difference).containsText("Reactor", soon());
        assertThat(difference).containsText("limit 3 → 2");
        assertThat(difference.locator("canvas").first()).isVisible();

        page.getByText("Apply this version").click();
        assertThat(page.getByText("Applied as version 2")).isVisible();
        assertThat(versions.locator("tbody tr")).hasCount(2);

        versions.locator("tbody tr").last().click();
        assertThat(difference).containsText("limit 2 → 3", soon());
        page.getByText("Go back to this version").click();
        assertThat(versions).containsText("restores version 1", soon());
        await().atMost(PATIENCE).until(() -> !Set.of("1", "2", "none").contains(version()));
        assertEquals(List.of(), browser.complaints());
    }

    private static String version() {
        LiveSite site = world.part(Live.class).site(SITE);
        Plan plan = site == null ? null : site.plan(Instant.now());
        return plan == null ? "none" : plan.version();
    }

    @Test
    void aPersonIsAddedAndATagIsBoundAndUnbound() {
        Page page = browser.loggedIn(world, "page-admin", "admin/people");
        page.getByText("Add a person").click();
        page.fill("dialog [name=id]", "7e57ed00-0000-4000-8000-000000000001");
        page.fill("dialog [name=name]", "Zhao Min");
        page.fill("dialog [name=department]", "laboratory");
        page.locator("dialog button[type=submit]").click();
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("Zhao Min"));
        assertThat(row).containsText("laboratory", soon());

        row.click();
        page.fill("dialog [name=tag]", "A4C1380000000099");
        page.locator("dialog button", new Page.LocatorOptions().setHasText("Bind"))
                .first()
                .click();
        assertThat(row).containsText("A4C1380000000099", soon());
        await().atMost(PATIENCE).until(() -> tags().equals(List.of("A4C1380000000099")));

        page.locator("dialog button", new Page.LocatorOptions().setHasText("Unbind"))
                .click();
        await().atMost(PATIENCE).until(() -> tags().isEmpty());
        assertEquals(List.of(), browser.complaints());
    }

    private static List<String> tags() {
        LiveSite site = world.part(Live.class).site(SITE);
        Person person = site == null ? null : site.registered("7e57ed00-0000-4000-8000-000000000001");
        return person == null ? List.of("nobody") : person.tags();
    }

    @Test
    void anOrderGoesToTheAlarmDeskAndWhatItSaysIsShown() throws Exception {
        Page page = browser.loggedIn(world, "page-admin", "orders");
        page.selectOption("[name=kinds]", "low_battery");
        page.fill("[name=reason]", "batteries are changed today");
        page.getByText("Give the order").click();
        assertThat(page.locator("[role=status]", new Page.LocatorOptions().setHasText("waiting for the alarm desk")))
                .isVisible();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> String.valueOf(
                        plant.last(TopicKind.ALARM_COMMANDS).value())
                .contains("batteries are changed today"));
        assertEquals(List.of(), browser.complaints());
    }
}
