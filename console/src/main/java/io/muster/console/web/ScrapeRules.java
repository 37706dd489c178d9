package io.muster.console.web;

import io.muster.console.config.ConsoleOptions;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** How a monitoring system reads the metrics: by a token that opens nothing else. Whoever bears none is asked to log in, as everywhere. */
@Configuration(proxyBeanMethods = false)
public class ScrapeRules {
    private static final String METRICS = "/actuator/prometheus";
    private static final String BEARER = "Bearer ";

    @Bean
    @Order(1)
    SecurityFilterChain scrapes(HttpSecurity http, ConsoleOptions options) throws Exception {
        String token = options.scrapeToken();
        return http.securityMatcher(
                        request -> token != null && METRICS.equals(request.getServletPath()) && borne(request) != null)
                .authorizeHttpRequests(requests -> requests.anyRequest()
                        .access((who, context) -> new AuthorizationDecision(same(token, borne(context.getRequest())))))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, why) ->
                        Problems.write(request, response, HttpStatus.UNAUTHORIZED, "not the token of the metrics")))
                .build();
    }

    private static @Nullable String borne(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /** In a time that does not tell how much of it was right. */
    private static boolean same(@Nullable String token, @Nullable String borne) {
        return token != null
                && borne != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), borne.getBytes(StandardCharsets.UTF_8));
    }
}
