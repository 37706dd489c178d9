package io.muster.console.admin;

import io.muster.console.config.ConsoleOptions;
import io.muster.console.live.Live;
import io.muster.console.live.SiteWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of administration. */
@Configuration(proxyBeanMethods = false)
public class AdminBeans {
    @Bean
    Fresh fresh(ConsoleOptions options, Live live) {
        return new Fresh(options, live);
    }

    @Bean
    PlanDesk planDesk(SiteWriter writer, Fresh fresh) {
        return new PlanDesk(writer, fresh);
    }

    @Bean
    PeopleDesk peopleDesk(SiteWriter writer, Fresh fresh) {
        return new PeopleDesk(writer, fresh);
    }
}
