package io.muster.console.hub;

import io.micrometer.core.instrument.MeterRegistry;
import io.muster.console.config.ConsoleOptions;
import io.muster.console.live.Live;
import io.muster.console.users.CallLog;
import io.muster.console.users.VendorKeys;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** The parts of the omlox Hub. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@Import({
    HubErrors.class,
    HubSecurity.class,
    ZonesApi.class,
    TrackablesApi.class,
    ProvidersApi.class,
    FencesApi.class,
    UpdatesApi.class,
    NotOurs.class
})
public class HubBeans {
    /** How long a vendor's call waits for the brokers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    HubFeed hubFeed(ConsoleOptions options) {
        return HubFeed.start(options);
    }

    @Bean
    Hub hub(Live live, HubFeed feed) {
        return new Hub(live, feed);
    }

    @Bean
    VendorWriter vendorWriter(ConsoleOptions options) {
        return new VendorWriter(options, PATIENCE);
    }

    @Bean
    SocketDesk socketDesk(Hub hub, UpdateDesk updates) {
        return new SocketDesk(hub, updates);
    }

    @Bean
    HubSocket hubSocket(Hub hub, VendorKeys keys, SocketDesk desk, CallLog calls, MeterRegistry meters) {
        return new HubSocket(hub, keys, desk, calls, meters);
    }

    /** Browsers of other pages are not let in; who brings a token without being a browser names no origin. */
    @Bean
    WebSocketConfigurer hubSocketAddress(HubSocket socket) {
        return registry -> {
            registry.addHandler(socket, HubPaths.SOCKET);
            if (registry instanceof ServletWebSocketHandlerRegistry mappings) {
                // Before controllers, one of which takes every address of the hub that nobody else does.
                mappings.setOrder(-1);
            }
        };
    }

    @Bean
    UpdateDesk updateDesk(HubFeed feed, VendorWriter writer, MeterRegistry meters) {
        return new UpdateDesk(feed, writer, meters);
    }
}
