package io.muster.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.users.Role;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was, on the page: gatherings and tracks played again, alarms asked for, what was measured, devices. */
@Timeout(600)
class PastTest {
    private static final String SITE = "live-past";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final double SOON_MILLIS = 60_000;
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS);
    private static final LocatorAssertions.HasCountOptions SOON_SO_MANY =
            new LocatorAssertions.HasCountOptions().setTimeout(SOON_MILLIS);
    private static final List<String> NAMES = List.of("Li Wei", "Ana Souza", "Chen Na", "Omar Haddad");

    private static World world;
    private static Plant plant;
    private static Browser browser;
    private static Instant now;

    @BeforeAll
    static void tell() throws Exception {
        world = World.shared().user("past-operator", Role.OPERATOR, Set.of(), SITE);
        now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','name':'North works','muster':{'version':'v1','crs':'local'},'features':["
                        + "{'type':'Feature','id':'22222222-2222-4222-8222-222222222222','properties':{'name':'Reactor','floor':0,"
                        + "'muster':{'role':'hazard','hazards':['toxic'],'risk_colour':'red'}},'geometry':{'type':'Polygon',"
                        + "'coordinates':[[[0,0],[50,0],[50,40],[0,40],[0,0]]]}}]}");
        for (int i = 0; i < NAMES.size(); i++) {
            plant.tell(
                    TopicKind.TRACKABLES,
                    "p" + (i + 1),
                    "{'id':'p" + (i + 1) + "','type':'virtual','name':'" + NAMES.get(i) + "','location_providers':['t-p"
                            + (i + 1) + "'],'properties':{'muster':{'department':'ops','person_type':'01'}}}");
            battery("t-p" + (i + 1), i == 1 ? 17 : 80);
        }
        // Seen every ten seconds, and not at all for a minute in between.
        for (int second : List.of(200, 190, 180, 120, 110, 100)) {
            plant.motion("p1", 1000 - second, now.minusSeconds(second), 200 - second, 20);
        }
        plant.gathering("past-g1", 1, "gathering_start", now.minusSeconds(90), now.minusSeconds(90), "p1", "p2", "p3");
        plant.gathering("past-g1", 2, "gathering", now.minusSeconds(90), now.minusSeconds(60), "p1", "p2", "p3", "p4");
        plant.gathering("past-g1", 3, "gathering_end", now.minusSeconds(90), now.minusSeconds(30), "p4");
        plant.alarm("past-a1", 1, "raised_unacknowledged", now.minusSeconds(300), "");
        plant.alarm("past-a2", 1, "raised_unacknowledged", now.minusSeconds(400), "");
        plant.alarm(
                "past-a2",
                2,
                "cleared",
                now.minusSeconds(400),
                ",'acknowledged':{'at':'" + Times.write(now.minusSeconds(380)) + "','by':'wang'},'cleared':{'at':'"
                        + Times.write(now.minusSeconds(350)) + "','by':'wang','reason':'two of them left'}");
        String sos = plant.alarmValue("past-a3", 1, "raised_unacknowledged", now.minusSeconds(500), "")
                .replace("over_capacity", "sos")
                .replace("['p1','p2']", "['p2']");
        plant.tell(TopicKind.ALARMS, "past-a3", sos).tell(TopicKind.ALARM_STATES, "past-a3", sos);
        Client operator = world.loggedIn("past-operator");
        String past = "/api/v1/sites/" + SITE + "/history";
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        List.of(4, 4, 3, 3, 6),
                        List.of(
                                Objects.requireNonNull(world.part(Live.class).site(SITE))
                                        .register()
                                        .size(),
                                Objects.requireNonNull(world.part(Live.class).site(SITE))
                                        .tags()
                                        .size(),
                                operator.json(past + "/alarms").path("total").asInt(),
                                operator.json(past + "/gatherings/past-g1/frames")
                                        .size(),
                                operator.json(past + "/people/p1/track")
                                        .path("points")
                                        .size()),
                        "people, tags, alarms, frames, points"));
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        plant.close();
    }

    private static void battery(String tag, int percent) throws Exception {
        plant.tell(
                TopicKind.PROVIDER_STATUS,
                tag,
                "{'provider_id':'" + tag + "','provider_type':'uwb','battery_percent':" + percent
                        + ",'timestamp_generated':'" + Times.write(now) + "'}");
    }

    private static void measured(long seq, Instant at, long delay, String verdict) throws Exception {
        plant.tell(
                TopicKind.COMPLIANCE,
                SITE,
                "{'site':'" + SITE + "','seq':" + seq + ",'profile':'aq3064','window_start':'"
                        + Times.write(at.minusSeconds(2)) + "','window_end':'" + Times.write(at) + "','evaluated_at':'"
                        + Times.write(at) + "','delay_ms':" + delay
                        + ",'cycle_ms':2000,'sampling_gap':{'count':9,'p50_ms':1000,'p99_ms':2000,'max_ms':3000},"
                        + "'delays':{'count':9,'p50_ms':1000,'p99_ms':" + delay + ",'max_ms':" + delay
                        + "},'late':3,'rejected':0,'clock_faults':0,'unknown_tags':0,'limits':{'sampling_ms':5000,"
                        + "'delay_ms':5000,'cycle_ms':5000},'verdict':'" + verdict + "','verdicts':{'henan2024':'"
                        + verdict + "'}}");
    }

    @Test
    void aPastGatheringIsPlayedWithItsMembersAndTheSliderChangesThem() {
        Page page = browser.loggedIn(world, "past-operator", "playback");
        page.locator(".entries a").click();
        Locator members = page.locator(".members li");
        assertThat(members).hasCount(3, SOON_SO_MANY);
        assertThat(members).containsText(new String[] {"Li Wei", "Ana Souza", "Chen Na"}, SOON);

        page.locator("[aria-label='Step forward']").click();
        assertThat(members).hasCount(4);
        assertThat(members.nth(3)).containsText("Omar Haddad");
        assertThat(members.nth(3)).containsText("joined");

        Locator slider = page.locator("input[name=at]");
        slider.press("End");
        assertThat(members).hasCount(1);
        assertThat(page.locator(".fact-phase")).containsText("Ended");
        slider.press("Home");
        assertThat(members).hasCount(3);
        assertThat(page.locator(".plan-map")).hasAttribute("aria-label", "Plan: Li Wei, Ana Souza, Chen Na");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aTrackIsDrawnUpToAGapAndNobodyIsShownInIt() {
        Page page = browser.loggedIn(world, "past-operator", "playback/p1");
        Locator person = page.locator(".members li");
        assertThat(person).containsText("6 points", SOON);
        assertThat(person).containsText("1 gaps, the longest 1:00");
        Locator slider = page.locator("input[name=at]");
        Locator map = page.locator(".plan-map");
        assertThat(map).hasAttribute("aria-label", "Plan: Li Wei");
        for (int step = 0; step < 5; step++) {
            page.locator("[aria-label='Step forward']").click();
        }
        assertThat(person).containsText("nothing known at this moment");
        assertThat(map).hasAttribute("aria-label", "Plan: ");
        slider.press("End");
        assertThat(map).hasAttribute("aria-label", "Plan: Li Wei");

        assertEquals(
                List.of("15", "null", "null"),
                page.evaluate("import('/page/views/playback/motion.js').then(({ placeAt }) => {"
                        + " const track = [{ t: 0, x: 10, y: 0 }, { t: 10000, x: 20, y: 0 }, { t: 50000, x: 60, y: 0 }];"
                        + " return [5000, 30000, 60000].map((t) => String(placeAt(track, t)?.x ?? null)); })"));
    }

    @Test
    void everybodyIsPlayedAndWhoeverWasNotHeardIsNotThere() {
        Page page = browser.loggedIn(world, "past-operator", "playback/everybody");
        Locator panel = page.locator(".stage-panel");
        // Of its own accord the page asks for the ten minutes before it was opened, which may be long after.
        Instant start = now.minusSeconds(600).truncatedTo(ChronoUnit.MINUTES);
        Object given =
                page.evaluate("(at) => import('/page/ui.js').then(({ toLocalInput }) => toLocalInput(at))", (double)
                        start.toEpochMilli());
        page.fill("input[name=start]", String.valueOf(given));
        page.locator(".stage-panel form [type=submit]").click();
        Locator slider = page.locator("input[name=at]");
        assertThat(slider).hasAttribute("min", String.valueOf(start.toEpochMilli()));
        assertThat(slider).hasValue(String.valueOf(start.toEpochMilli()));
        assertThat(panel).containsText("In this time: 1", SOON);
        slider.press("Home");
        assertThat(panel).containsText("People at this moment: 0");
        slider.evaluate(
                "(slider, at) => { slider.value = at; slider.dispatchEvent(new Event('input', { bubbles: true })); }",
                (double) now.minusSeconds(185).toEpochMilli());
        assertThat(panel).containsText("People at this moment: 1");
        assertThat(page.locator(".plan-map")).hasAttribute("aria-label", "Plan: Li Wei");
    }

    @Test
    void whoWasInAZoneWithinAnHourIsAskedForByTheZone() {
        Page page = browser.loggedIn(world, "past-operator", "playback/area");
        page.locator("select[name=zone] option").nth(1).waitFor(new Locator.WaitForOptions().setState(ATTACHED));
        page.selectOption("select[name=zone]", new SelectOption().setLabel("Reactor"));
        assertThat(page.locator(".members li")).hasCount(1, SOON_SO_MANY);
        assertThat(page.locator(".members li")).containsText(new String[] {"Li Wei"});
        assertThat(page.locator(".members small")).containsText("seen 3");
    }

    @Test
    void alarmsAreAskedForByKindAndPersonAndDownloadedAsTheyAreAskedFor() throws Exception {
        Page page = browser.loggedIn(world, "past-operator", "alarms");
        Locator rows = page.locator(".view-alarms tbody tr");
        assertThat(rows).hasCount(3, SOON_SO_MANY);
        page.selectOption("select[name=kind]", "sos");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText(new String[] {"SOS"});

        Download download = page.waitForDownload(page.getByText("Download CSV")::click);
        List<String> lines = Files.readAllLines(download.path());
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(1).startsWith("past-a3,sos,"), lines.get(1));

        page.selectOption("select[name=kind]", "");
        page.fill("input[name=person]", "Li Wei");
        page.press("input[name=person]", "Enter");
        assertThat(rows).hasCount(2);
        assertThat(page.locator(".view-alarms")).not().containsText("SOS alarm");
        page.selectOption("select[name=state]", "cleared");
        assertThat(rows).hasCount(1);

        rows.first().click();
        Locator story = page.locator("dialog");
        assertThat(story).containsText("two of them left", SOON);
        assertThat(story.locator(".story").first().locator("li")).hasCount(2);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void statisticsCountTheSameAlarmsAndSayHowLongUntilSomebodyAcknowledged() {
        Page page = browser.loggedIn(world, "past-operator", "alarms");
        page.getByText("Statistics").click();
        assertThat(page.locator(".tile-total")).containsText("3", SOON);
        assertThat(page.locator(".tile-mean")).containsText("20 s", SOON);
        assertThat(page.locator(".statistics-kind li").first()).containsText("Over capacity", SOON);
        page.check("[name=as-tables]");
        assertThat(page.locator(".statistics-kind tbody tr").first()).containsText("Over capacity");
    }

    @Test
    void theVerdictIsInWordsAndFollowsWhatIsMeasured() throws Exception {
        Page page = browser.loggedIn(world, "past-operator", "compliance");
        assertThat(page.locator(".view-compliance")).containsText("Nothing was measured yet", SOON);

        measured(1, Instant.now().minusSeconds(600), 1_200, "within");
        assertThat(page.locator(".verdict")).containsText("No new evaluation", SOON);

        // A little ahead, so that a slow machine does not make it old.
        measured(2, Instant.now().plusSeconds(120), 1_300, "within");
        assertThat(page.locator(".verdict > strong")).containsText("Within the limits", SOON);
        assertThat(page.locator("[data-measure=sampling]")).containsText("kept: 2.00 s of 5.00 s");

        measured(3, Instant.now().plusSeconds(122), 6_400, "over");
        assertThat(page.locator(".verdict > strong")).containsText("Over a limit", SOON);
        assertThat(page.locator("[data-measure=delay]")).containsText("over: 6.40 s above 5.00 s");
        assertThat(page.locator("[data-measure=sampling]")).containsText("kept: 2.00 s of 5.00 s");
        assertThat(page.locator(".feeds")).containsText("acme", SOON);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aLowBatteryIsCountedComesFirstAndIsMarked() {
        Page page = browser.loggedIn(world, "past-operator", "devices");
        assertThat(page.locator("[data-count=low]")).containsText("1", SOON);
        assertThat(page.locator("[data-count=all]")).containsText("4");
        Locator rows = page.locator(".view-devices .conditions ~ .table-box tbody tr");
        assertThat(rows.first()).containsText("17 %");
        assertThat(rows.first().locator(".battery.low")).isVisible();
        page.locator("[data-count=low]").click();
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText(new String[] {"Ana Souza"});
    }
}
