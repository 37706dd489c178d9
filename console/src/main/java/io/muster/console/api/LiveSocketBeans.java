package io.muster.console.api;

import io.muster.console.live.Live;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import tools.jackson.databind.json.JsonMapper;

/** The WebSocket of the page. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
public class LiveSocketBeans {
    @Bean
    LiveSocket liveSocket(Live live, JsonMapper json) {
        return new LiveSocket(live, json);
    }

    @Bean
    WebSocketConfigurer liveSocketAddress(LiveSocket socket) {
        return registry -> registry.addHandler(socket, "/api/v1/live").addInterceptors(sessionId());
    }

    /** Takes along which login a page belongs to, and makes none. */
    private static HttpSessionHandshakeInterceptor sessionId() {
        HttpSessionHandshakeInterceptor interceptor = new HttpSessionHandshakeInterceptor();
        interceptor.setCreateSession(false);
        interceptor.setCopyAllAttributes(false);
        interceptor.setCopyHttpSessionId(true);
        return interceptor;
    }

    /** Tells of logins that ended. */
    @Bean
    ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
        return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
    }
}
