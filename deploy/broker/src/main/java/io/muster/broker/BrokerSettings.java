package io.muster.broker;

import java.util.Map;
import java.util.TreeMap;

/** The server.properties of the one node, which is broker and controller at once. */
final class BrokerSettings {
    private static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    /** @param dataDir absolute path of the log directory; both ports are on 127.0.0.1 and free */
    static Map<String, String> of(String dataDir, int port, int controllerPort, Map<String, String> overrides) {
        Map<String, String> settings = new TreeMap<>();
        // Muster makes its topics itself; a misspelt one must fail instead of appearing with default settings.
        settings.put("auto.create.topics.enable", "false");
        // The time of a record is the moment at which the broker took it, whatever a vendor's clock says.
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        // 50 partitions each by default; making them is most of the wait of the first consumer group.
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.heartbeat.interval.ms", "500");
        // The compaction buffer is taken from the heap at once; 128 MiB by default is for more keys than a plant has.
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.putAll(overrides);

        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port);
        settings.put("log.dirs", dataDir);
        return settings;
    }
}
