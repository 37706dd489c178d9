package io.muster.stream.config;

import io.muster.rules.watch.WatchOptions;

/** What is watched in zones of which the plan says nothing. */
final class WatchSettings {

    static WatchOptions of(Settings s) {
        return new WatchOptions(
                s.millis("watch.absence", 1),
                s.millisOrNever("watch.overstay"),
                s.millisOrNever("watch.motionless"),
                s.millis("watch.tag_lost_after", 0));
    }

    private WatchSettings() {}
}
