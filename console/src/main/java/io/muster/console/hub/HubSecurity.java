package io.muster.console.hub;

import io.muster.console.users.ApiCalls;
import io.muster.console.users.KeyScope;
import io.muster.console.users.VendorKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** Who may do what at the hub: bearers of keys alone. No session and so no CSRF: nothing that a browser sends by itself opens anything here. */
@Configuration(proxyBeanMethods = false)
public class HubSecurity {
    private static final String[] UPDATES = {
        "/omlox/*/v2/providers/locations",
        "/omlox/*/v2/providers/proximities",
        "/omlox/*/v2/providers/*/location",
        "/omlox/*/v2/providers/*/proximity"
    };

    /** Before the rules of the console, which take every address. */
    @Bean
    @Order(1)
    SecurityFilterChain hubChain(HttpSecurity http, VendorKeys keys) throws Exception {
        return http.securityMatcher(HubPaths.ROOT + "**")
                // On a WebSocket the token may come with the first message.
                .authorizeHttpRequests(requests -> requests.requestMatchers(HubPaths.SOCKET)
                        .permitAll()
                        .requestMatchers(HttpMethod.PUT, UPDATES)
                        .hasAuthority(KeyScope.WRITE.authority())
                        .requestMatchers(HttpMethod.POST, UPDATES)
                        .hasAuthority(KeyScope.WRITE.authority())
                        .requestMatchers(HttpMethod.GET, HubPaths.ROOT + "**")
                        .hasAuthority(KeyScope.READ.authority())
                        .requestMatchers(HttpMethod.HEAD, HubPaths.ROOT + "**")
                        .hasAuthority(KeyScope.READ.authority())
                        .requestMatchers(HttpMethod.PUT, "/omlox/*/v2/zones/*/transform")
                        .hasAuthority(KeyScope.READ.authority())
                        .anyRequest()
                        .authenticated())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> HubProblem.write(
                                        request,
                                        response,
                                        HttpStatus.UNAUTHORIZED,
                                        "give the token of a key: Authorization: Bearer …"))
                        .accessDeniedHandler((request, response, why) -> HubProblem.write(
                                request, response, HttpStatus.FORBIDDEN, "this is not among the scopes of the key")))
                .addFilterBefore(new VendorFilter(keys), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new ApiCalls.Inner(), AuthorizationFilter.class)
                .build();
    }
}
