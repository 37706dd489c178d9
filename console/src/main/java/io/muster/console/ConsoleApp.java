package io.muster.console;

import io.muster.console.admin.AdminBeans;
import io.muster.console.api.ApiBeans;
import io.muster.console.config.ConsoleOptions;
import io.muster.console.config.OptionFaults;
import io.muster.console.history.HistoryBeans;
import io.muster.console.hub.HubBeans;
import io.muster.console.live.LiveBeans;
import io.muster.console.users.UserBeans;
import io.muster.console.web.ScrapeRules;
import io.muster.console.web.SecurityRules;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/** The console, on one page: everything that it is made of is named here, nothing is found by scanning. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    LiveBeans.class,
    AdminBeans.class,
    HistoryBeans.class,
    UserBeans.class,
    ApiBeans.class,
    HubBeans.class,
    SecurityRules.class,
    ScrapeRules.class
})
public class ConsoleApp {
    private static final String PREFIX = "muster.console.";

    /**
     * Starts a console and returns once it serves.
     *
     * @param args {@code --muster.console.NAME=VALUE}; the same names work as environment variables and in {@code application.yaml}
     * @throws OptionFaults where settings cannot be used; nothing was started then
     */
    public static ConfigurableApplicationContext start(String... args) {
        SpringApplication app = new SpringApplication(ConsoleApp.class);
        app.setBannerMode(Banner.Mode.OFF);
        // Before anything else is made, so that an operator reads of faults and not of beans.
        app.addInitializers(context ->
                context.getBeanFactory().registerSingleton("consoleOptions", options(context.getEnvironment())));
        try {
            return app.run(args);
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof OptionFaults faults) {
                throw faults;
            }
            throw e;
        }
    }

    private static ConsoleOptions options(ConfigurableEnvironment environment) {
        @Nullable
        Map<String, String> client = Binder.get(environment)
                .bind(PREFIX + "kafka-client", Bindable.mapOf(String.class, String.class))
                .orElse(null);
        return ConsoleOptions.read(name -> environment.getProperty(PREFIX + name), client == null ? Map.of() : client);
    }
}
