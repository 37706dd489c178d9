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
    Commands commands(ConsoleOptions options) {
        return new Commands(options);
    }
}
