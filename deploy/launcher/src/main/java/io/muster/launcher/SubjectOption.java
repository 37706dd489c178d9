package io.muster.launcher;

import io.muster.contract.value.Subject;
import io.muster.launcher.alarm.FenceFinder;
import io.muster.launcher.kafka.Connection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a command is about, where that is not one alarm: exactly one of these. */
final class SubjectOption {
    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private One one;

    static final class One {
        @Option(names = "--fence", paramLabel = "F", description = "A zone: its id, or its name in the plan.")
        private @Nullable String fence;

        @Option(names = "--person", paramLabel = "P", description = "A person: the trackable's id.")
        private @Nullable String person;

        @Option(names = "--gathering", paramLabel = "G", description = "A gathering: its id.")
        private @Nullable String gathering;

        @Option(names = "--tag", paramLabel = "T", description = "A tag: its provider id.")
        private @Nullable String tag;

        @Option(names = "--vendor", paramLabel = "V", description = "A vendor.")
        private @Nullable String vendor;

        @Option(names = "--site-wide", description = "The whole site.")
        private boolean siteWide;
    }

    Subject subject(Connection connection, String site) {
        if (one.fence != null) {
            return new Subject("fence", FenceFinder.find(connection, site, one.fence));
        }
        if (one.person != null) {
            return new Subject("trackable", one.person);
        }
        if (one.gathering != null) {
            return new Subject("gathering", one.gathering);
        }
        if (one.tag != null) {
            return new Subject("provider", one.tag);
        }
        if (one.vendor != null) {
            return new Subject("vendor", one.vendor);
        }
        if (one.siteWide) {
            return new Subject("site", site);
        }
        throw new IllegalStateException("a command about nothing");
    }
}
