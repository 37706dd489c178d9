package io.muster.console.live;

import io.muster.console.config.ConsoleOptions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the live view. */
@Configuration(proxyBeanMethods = false)
public class LiveBeans {
    @Bean
    Live live(ConsoleOptions options) {
        return Live.start(options);
    }

    @Bean
    SiteWriter siteWriter(ConsoleOptions options) {
        return new SiteWriter(options);
    }

    @Bean
    Commands commands(Live live, SiteWriter writer) {
        return new Commands(live, writer);
    }
}
