package io.muster.console.hub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.muster.console.Client;
import io.muster.console.World;
import io.muster.console.history.Plant;
import io.muster.console.live.Live;
import io.muster.console.live.LiveSite;
import io.muster.console.users.Role;
import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A plant with two people, three fences and a beacon, a vendor {@code acme}, and an administrator who makes keys. */
final class HubPlant implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String REACTOR = "11111111-1111-4111-8111-111111111111";
    static final String TANK = "22222222-2222-4222-8222-222222222222";
    static final String BEACON = "33333333-3333-4333-8333-333333333333";
    static final String VENDOR = "acme";

    final World world = World.shared();
    final Plant plant;
    private final String site;
    private final Client administrator;

    private HubPlant(Plant plant, String site, Client administrator) {
        this.plant = plant;
        this.site = site;
        this.administrator = administrator;
    }

    static HubPlant open(String site) throws Exception {
        World world = World.shared();
        Plant plant = Plant.open(world.kafka().bootstrapServers(), site);
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", world.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(locations(site), 1, (short) 1), new NewTopic(proximities(site), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        plant.tell(
                TopicKind.PLANS,
                "v1",
                "{'type':'FeatureCollection','name':'North works','muster':{'version':'v1','crs':'local',"
                        + "'origin':{'lon':114.05,'lat':35.3,'bearing_deg':30}},'features':["
                        + feature(REACTOR, "Reactor", "'muster':{'role':'hazard','hazards':['toxic']}", square(0, 50))
                        + ","
                        + feature(
                                TANK,
                                "Tank",
                                "'radius':10,'muster':{'role':'production'}",
                                "{'type':'Point','coordinates':[200,200]}")
                        + ","
                        + feature(
                                BEACON,
                                "Beacon 1",
                                "'radius':5,'muster':{'role':'beacon'}",
                                "{'type':'Point','coordinates':[10,20]}")
                        + "]}");
        for (String[] each : new String[][] {{"p1", "Li Wei", "ops"}, {"p2", "Ana Souza", "maintenance"}}) {
            plant.tell(
                    TopicKind.TRACKABLES,
                    each[0],
                    "{'id':'" + each[0] + "','type':'virtual','name':'" + each[1] + "','location_providers':['t-"
                            + each[0] + "'],'properties':{'phone':'555','muster':{'department':'" + each[2]
                            + "','person_type':'01'}}}");
        }
        plant.motion("p1", 1, Instant.now(), 10, 5).motion("p2", 1, Instant.now(), 200, 203);
        plant.occupancy(REACTOR, 1, Instant.now(), 1);
        plant.tell(
                TopicKind.PROVIDER_STATUS, "t-p1", "{'provider_id':'t-p1','provider_type':'uwb','battery_percent':17}");
        world.user("hub-admin-" + site, Role.ADMINISTRATOR, Set.of(), site);
        HubPlant made = new HubPlant(plant, site, world.loggedIn("hub-admin-" + site));
        await().atMost(PATIENCE).until(() -> {
            LiveSite live = world.part(Live.class).site(site);
            HubSite heard = world.part(HubFeed.class).site(site);
            return live != null
                    && live.plan(Instant.now()) != null
                    && live.register().size() == 2
                    && !live.occupancy().isEmpty()
                    && !live.tags().isEmpty()
                    && heard.motions().size() == 2
                    && Boolean.TRUE.equals(
                            world.part(HubFeed.class).has(new TopicName(site, TopicKind.PROXIMITY_UPDATES, VENDOR)));
        });
        return made;
    }

    private static String feature(String id, String name, String properties, String geometry) {
        return "{'type':'Feature','id':'" + id + "','properties':{'name':'" + name + "','floor':0," + properties
                + "},'geometry':" + geometry + "}";
    }

    private static String square(int from, int to) {
        return "{'type':'Polygon','coordinates':[[[" + from + "," + from + "],[" + to + "," + from + "],[" + to + ","
                + to + "],[" + from + "," + to + "],[" + from + "," + from + "]]]}";
    }

    static String locations(String site) {
        return new TopicName(site, TopicKind.LOCATION_UPDATES, VENDOR).full();
    }

    static String proximities(String site) {
        return new TopicName(site, TopicKind.PROXIMITY_UPDATES, VENDOR).full();
    }

    String site() {
        return site;
    }

    String base() {
        return world.address() + "/omlox/" + site + "/v2";
    }

    Client administrator() {
        return administrator;
    }

    /** A key that was just made, as the administrator sees it this once. */
    JsonNode key(String name, String... scopes) throws Exception {
        HttpResponse<String> made = administrator.post(
                "/api/v1/vendors",
                "{'site':'" + site + "','vendor':'" + VENDOR + "','name':'" + name + "','scopes':['"
                        + String.join("','", scopes) + "']}");
        if (made.statusCode() != 201) {
            throw new AssertionError(made.statusCode() + " " + made.body());
        }
        return Client.tree(made);
    }

    OmloxClient client(String name, String... scopes) throws Exception {
        return new OmloxClient(base(), key(name, scopes).path("token").asText());
    }

    /** All that is in a topic with one partition now. */
    List<ConsumerRecord<String, byte[]>> read(String topic) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", world.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
        }
        return all;
    }

    /** Values in a topic of which the text is part. */
    List<String> values(String topic, String part) {
        return read(topic).stream()
                .map(each -> new String(each.value(), StandardCharsets.UTF_8))
                .filter(each -> each.contains(part))
                .toList();
    }

    @Override
    public void close() {
        plant.close();
    }
}
