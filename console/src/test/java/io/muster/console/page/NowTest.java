package io.muster.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.users.Role;
import io.muster.contract.codec.Json;
import io.muster.contract.codec.Times;
import io.muster.contract.topic.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The view of what is now, with a real browser. There is no job: the story answers commands as the alarm desk would. */
@Timeout(300)
class NowTest {
    private static final String SITE = "live-now";
    private static final String FENCE = "22222222-2222-4222-8222-222222222222";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MILLIS = PATIENCE.toMillis();
    private static final LocatorAssertions.IsVisibleOptions SEEN =
            new LocatorAssertions.IsVisibleOptions().setTimeout(MILLIS);
    private static final LocatorAssertions.HasAttributeOptions IS =
            new LocatorAssertions.HasAttributeOptions().setTimeout(MILLIS);
    private static final LocatorAssertions.ContainsTextOptions SAYS =
            new LocatorAssertions.ContainsTextOptions().setTimeout(MILLIS);
    private static final LocatorAssertions.HasCountOptions COUNTS =
            new LocatorAssertions.HasCountOptions().setTimeout(MILLIS);

    private static World world;
    private static Plant plant;
    private static Browser browser;
    private static Instant now;

    @BeforeAll
    static void open() throws Exception {
        now = Instant.now();
        world = World.shared();
        world.user("now-viewer", Role.VIEWER, Set.of(), SITE)
                .user("now-operator", Role.OPERATOR, Set.of(), SITE)
                .user("now-colleague", Role.OPERATOR, Set.of(), SITE);
        plant = Plant.open(world.kafka().bootstrapServers(), SITE);
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','name':'North works','muster':{'version':'v1','crs':'local'},'features':["
                        + "{'type':'Feature','id':'" + FENCE + "','properties':{'name':'Reactor','floor':0,"
                        + "'muster':{'role':'hazard','hazards':['toxic'],'risk_colour':'red'}},'geometry':{'type':'Polygon',"
                        + "'coordinates':[[[0,0],[100,0],[100,60],[0,60],[0,0]]]}}]}");
        plant.tell(
                TopicKind.TRACKABLES,
                "p1",
                "{'id':'p1','type':'virtual','name':'Li Wei','location_providers':['t-p1'],"
                        + "'properties':{'muster':{'department':'ops','person_type':'01','post':'fitter'}}}");
        plant.motion("p1", 1, Instant.now(), 10, 10);
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
        plant.close();
    }

    @Test
    void aDotMovesAndAClickOnItTellsWhoItIs() throws Exception {
        Page page = browser.loggedIn(world, "now-operator", "now");
        shown(page, "Boolean(window.muster?.map?.pixelOf('p1'))");
        double before = at(page, 0);
        plant.motion("p1", 2, Instant.now(), 40, 10);
        shown(page, "window.muster.map.pixelOf('p1')[0] > 50 + " + before);
        // It glides; where it has come to rest it is clicked.
        await().atMost(PATIENCE).until(() -> {
            double one = at(page, 0);
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            return one == at(page, 0);
        });
        page.locator(".plan-map").click(new Locator.ClickOptions().setPosition(at(page, 0), at(page, 1)));
        Locator card = page.locator("[data-card='person/p1']");
        assertThat(card).containsText("Li Wei", SAYS);
        assertThat(card).containsText("fitter", SAYS);
        assertEquals(List.of(), browser.complaints());
    }

    /** Waits until it holds. Asked from outside: the page itself may not evaluate text. */
    private static void shown(Page page, String condition) {
        await().atMost(PATIENCE).until(() -> Boolean.TRUE.equals(page.evaluate(condition)));
    }

    private static double at(Page page, int axis) {
        return ((Number) page.evaluate("(axis) => window.muster.map.pixelOf('p1')[axis]", axis)).doubleValue();
    }

    @Test
    void anAlarmRisesIsHeardIsAcknowledgedByOneAndSeenAsAcknowledgedByAnother() throws Exception {
        Page operator = browser.loggedIn(world, "now-operator", "now");
        Page colleague = browser.loggedIn(world, "now-colleague", "now");
        assertThat(operator.locator(".alarms")).isVisible(SEEN);
        tellAlarm("rises", 1, "raised_unacknowledged", "");

        assertThat(alarm(operator, "rises")).hasAttribute("data-state", "raised_unacknowledged", IS);
        assertThat(alarm(operator, "rises")).containsText("Reactor");
        assertThat(alarm(colleague, "rises")).hasAttribute("data-state", "raised_unacknowledged", IS);
        shown(operator, "import('/page/views/now/sound.js').then((sound) => sound.played.includes('orange'))");

        alarm(operator, "rises").locator("[data-command=acknowledge]").click();
        JsonNode command = command("rises");
        assertEquals("acknowledge", command.path("command").asText());
        assertEquals("now-operator", command.path("by").asText());
        assertThat(alarm(operator, "rises").locator(".under")).containsText("ent", SAYS);

        tellAlarm("rises", 2, "acknowledged", ",'acknowledged':{'at':'" + Times.write(now) + "','by':'now-operator'}");
        assertThat(alarm(colleague, "rises")).hasAttribute("data-state", "acknowledged", IS);
        assertThat(alarm(colleague, "rises")).containsText("by now-operator");
        assertThat(alarm(operator, "rises").locator(".under")).hasCount(0, COUNTS);
        tellAlarm("rises", 3, "cleared", ",'cleared':{'at':'" + Times.write(now) + "','by':'system','reason':'over'}");
        assertThat(alarm(colleague, "rises")).hasCount(0, COUNTS);
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void aCommandThatNobodyAnswersSaysSo() throws Exception {
        tellAlarm("unanswered", 1, "raised_unacknowledged", "");
        Page operator = browser.loggedIn(world, "now-operator", "now");
        alarm(operator, "unanswered").locator("[data-command=acknowledge]").click();
        assertThat(alarm(operator, "unanswered").locator(".under")).containsText("no answer within 5 s", SAYS);
        assertThat(alarm(operator, "unanswered")).hasAttribute("data-state", "raised_unacknowledged");
    }

    @Test
    void aGatheringIsApprovedForAReasonUntilATimeUpToANumber() throws Exception {
        String crowd = value("crowd", 1, "raised_unacknowledged", "")
                .replace("'over_capacity'", "'gathering'")
                .replace("{'type':'fence','id':'" + FENCE + "'}", "{'type':'gathering','id':'g-7'}");
        plant.tell(TopicKind.ALARMS, "crowd", crowd).tell(TopicKind.ALARM_STATES, "crowd", crowd);
        Page operator = browser.loggedIn(world, "now-operator", "now");
        alarm(operator, "crowd").locator(".alarm-head").click();
        alarm(operator, "crowd").locator("[data-command=approve]").click();
        operator.fill("dialog [name=reason]", "shift meeting");
        operator.fill("dialog [name=max_count]", "12");
        operator.click("dialog button[type=submit]");

        JsonNode command = command("g-7");
        assertEquals("approve", command.path("command").asText());
        assertEquals("gathering", command.path("target").path("type").asText());
        assertEquals("shift meeting", command.path("reason").asText());
        assertEquals(12, command.path("max_count").asInt());
        assertTrue(Instant.parse(command.path("until").asText()).isAfter(Instant.now()));
    }

    @Test
    void aViewerSeesAlarmsAndNeitherButtonsNorNames() throws Exception {
        tellAlarm("looked-at", 1, "raised_unacknowledged", "");
        Page viewer = browser.loggedIn(world, "now-viewer", "now");
        alarm(viewer, "looked-at").locator(".alarm-head").click();
        assertThat(alarm(viewer, "looked-at").locator("[data-member-id=p1]")).hasText("p1");
        assertThat(viewer.locator("[data-command]")).hasCount(0);
        assertThat(viewer.locator(".find input")).hasAttribute("placeholder", "Find by id");
        viewer.fill(".find input", "li wei");
        assertThat(viewer.locator(".found")).containsText("Nobody found");
    }

    @Test
    void oldDataNeverLooksLive() {
        Page page = browser.loggedIn(world, "now-operator", "now");
        shown(page, "Boolean(window.muster?.map?.pixelOf('p1'))");
        assertThat(page.locator(".old")).hasCount(0);
        page.context().setOffline(true);
        assertThat(page.locator(".old")).containsText("It is not live", SAYS);
        page.context().setOffline(false);
        assertThat(page.locator(".old")).hasCount(0, COUNTS);
    }

    private static Locator alarm(Page page, String id) {
        return page.locator("[data-alarm-id='" + id + "']");
    }

    private static String value(String id, long seq, String state, String more) {
        return plant.alarmValue(id, seq, state, now, more).replace("'f1'", "'" + FENCE + "'");
    }

    private static void tellAlarm(String id, long seq, String state, String more) throws Exception {
        String value = value(id, seq, state, more);
        plant.tell(TopicKind.ALARMS, id, value).tell(TopicKind.ALARM_STATES, id, value);
    }

    /** The command about this target, once it is there. */
    private static JsonNode command(String target) {
        List<JsonNode> found = new ArrayList<>();
        TopicPartition topic = new TopicPartition(SITE + ".alarm-commands", 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", world.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, byte[]> each : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode command = Json.readTree(each.value());
                    if (command.path("target").path("id").asText().equals(target)) {
                        found.add(command);
                    }
                }
                return !found.isEmpty();
            });
        }
        return found.get(0);
    }
}
