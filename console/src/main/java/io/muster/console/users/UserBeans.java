package io.muster.console.users;

import io.muster.console.config.ConsoleOptions;
import io.muster.console.history.Database;
import io.muster.console.history.Journal;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The parts of who may what. */
@Configuration(proxyBeanMethods = false)
public class UserBeans {
    /** The method is written before each password, so that a stronger one can follow without asking everybody for a new password. */
    @Bean
    PasswordEncoder passwordEncoder(ConsoleOptions options) {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(options.passwordCost())));
    }

    @Bean
    UserStore users(ConsoleOptions options, Database database, PasswordEncoder encoder) {
        return new UserStore(database, encoder, options.lockAfter(), options.lockFor());
    }

    @Bean
    Journal journal(ConsoleOptions options, Database database) {
        return new Journal(database, options.retention());
    }

    @Bean
    VendorKeys vendorKeys(Database database) {
        return new VendorKeys(database);
    }

    @Bean
    CallLog callLog(Journal journal) {
        return new CallLog(journal);
    }

    @Bean
    Logins logins(UserStore users, Journal journal) {
        return new Logins(users, journal);
    }

    @Bean
    Sessions sessions() {
        return new Sessions();
    }

    @Bean
    ServletListenerRegistrationBean<Sessions> sessionListener(Sessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
    }

    @Bean
    OidcRefusal oidcRefusal(Journal journal) {
        return new OidcRefusal(journal);
    }

    @Bean
    FirstUser firstUser(Database database, UserStore users, Journal journal) {
        return new FirstUser(database, users, journal, System.err::println);
    }

    @Bean
    FilterRegistrationBean<ApiCalls> apiCalls(Journal journal) {
        FilterRegistrationBean<ApiCalls> registration = new FilterRegistrationBean<>(new ApiCalls(journal));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }
}
