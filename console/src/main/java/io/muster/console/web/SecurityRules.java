package io.muster.console.web;

import io.muster.console.users.ApiCalls;
import io.muster.console.users.ConsoleOidcUsers;
import io.muster.console.users.OidcRefusal;
import io.muster.console.users.Right;
import io.muster.console.users.UserStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Who may reach what. Whatever is not named here is refused; which site a call is for is looked at by the API itself. */
@Configuration(proxyBeanMethods = false)
public class SecurityRules {
    /** Scripts and connections from here alone; nobody may frame the page. Styles may be inline, since maps place their parts by them. */
    private static final String CONTENT = "default-src 'none'; script-src 'self' " + PageFiles.importMapDigest()
            + "; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self' blob:;"
            + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            ObjectProvider<ClientRegistrationRepository> oidc,
            UserStore users,
            OidcRefusal oidcRefusal)
            throws Exception {
        ClientRegistrationRepository providers = oidc.getIfAvailable();
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/", "/index.html", "/page/**", "/webjars/**", "/error")
                        .permitAll()
                        .requestMatchers("/api/v1/login", "/api/v1/session")
                        .permitAll()
                        .requestMatchers("/api/v1/me/**", "/api/v1/openapi/**", "/api/v1/sites")
                        .authenticated()
                        .requestMatchers(
                                "/actuator/prometheus",
                                "/api/v1/users/**",
                                "/api/v1/vendors/**",
                                "/api/v1/audit",
                                "/api/v1/api-calls")
                        .hasAuthority(Right.ADMINISTER.authority())
                        .requestMatchers(
                                "/api/v1/sites/*/plans/**", "/api/v1/sites/*/fences/**", "/api/v1/sites/*/people/**")
                        .hasAuthority(Right.ADMINISTER.authority())
                        .requestMatchers(
                                HttpMethod.POST, "/api/v1/sites/*/alarms/*/commands", "/api/v1/sites/*/commands")
                        .hasAuthority(Right.ACT.authority())
                        .requestMatchers(HttpMethod.GET, "/api/v1/sites/*/commands/*", "/api/v1/sites/*/standing")
                        .hasAuthority(Right.ACT.authority())
                        .requestMatchers(HttpMethod.GET, "/api/v1/sites/*/live/**", "/api/v1/live")
                        .hasAuthority(Right.LIVE.authority())
                        .requestMatchers(HttpMethod.GET, "/api/v1/sites/*/history/**")
                        .hasAuthority(Right.HISTORY.authority())
                        .anyRequest()
                        .denyAll())
                .csrf(CsrfConfigurer::spa)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT)))
                .formLogin(login -> login.loginProcessingUrl("/api/v1/login")
                        .successHandler((request, response, who) -> response.setStatus(HttpStatus.NO_CONTENT.value()))
                        .failureHandler((request, response, refused) -> {
                            // The same words whatever was wrong: nobody learns here which names there are.
                            if (refused instanceof InternalAuthenticationServiceException) {
                                Problems.write(
                                        request,
                                        response,
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "the users cannot be read now");
                            } else {
                                Problems.write(
                                        request,
                                        response,
                                        HttpStatus.UNAUTHORIZED,
                                        "wrong name or password, or too many wrong ones before");
                            }
                        }))
                .logout(logout -> logout.logoutUrl("/api/v1/logout")
                        .logoutSuccessHandler(
                                providers == null
                                        ? (request, response, who) -> response.setStatus(HttpStatus.NO_CONTENT.value())
                                        : new OidcLogout(providers)))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, why) ->
                                Problems.write(request, response, HttpStatus.UNAUTHORIZED, "log in first"))
                        .accessDeniedHandler((request, response, why) -> Problems.write(
                                request, response, HttpStatus.FORBIDDEN, "this is not among your rights")))
                .addFilterBefore(new ApiCalls.Inner(), AuthorizationFilter.class)
                .userDetailsService(users);
        if (providers != null) {
            http.oauth2Login(login -> login.userInfoEndpoint(end -> end.oidcUserService(new ConsoleOidcUsers(users)))
                    .successHandler((request, response, who) -> response.sendRedirect("/"))
                    .failureHandler(oidcRefusal));
        }
        return http.build();
    }
}
