package io.muster.console.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts of the API. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiErrors.class,
    SessionApi.class,
    UsersApi.class,
    VendorsApi.class,
    LogsApi.class,
    LiveApi.class,
    LiveSocketBeans.class,
    CommandApi.class,
    CommandsApi.class,
    PlansApi.class,
    PeopleApi.class,
    HistoryApi.class,
    ComplianceApi.class,
    FeedsApi.class,
    PlaybackApi.class,
    RecordsApi.class
})
public class ApiBeans {}
