package io.muster.stream.kafka;

import io.muster.contract.topic.TopicKind;
import io.muster.contract.topic.TopicName;
import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Which sites a job serves, and which of their topics it reads. */
public final class SitePattern implements Serializable {
    private static final long serialVersionUID = 1;

    /** Every site but the replayed ones, which bring their own time. */
    public static final String DEFAULT = "(?!replay-).*";

    private static final Set<TopicKind> READ = Set.of(
            TopicKind.LOCATION_UPDATES,
            TopicKind.PROXIMITY_UPDATES,
            TopicKind.PROVIDER_STATUS,
            TopicKind.PLANS,
            TopicKind.TRACKABLES,
            TopicKind.PERMITS,
            TopicKind.EVACUATIONS,
            TopicKind.GAS_ALARMS,
            TopicKind.GATE_PASSES,
            TopicKind.ALARM_COMMANDS);

    private final Pattern sites;

    /** @throws PatternSyntaxException where the pattern is no regular expression */
    public SitePattern(String sites) {
        this.sites = Pattern.compile(sites);
    }

    public boolean matchesSite(String site) {
        return sites.matcher(site).matches();
    }

    /** The topic, where this job reads it; null otherwise. */
    public @Nullable TopicName read(String topic) {
        TopicName name = TopicName.parse(topic);
        return name != null && READ.contains(name.kind()) && matchesSite(name.site()) ? name : null;
    }

    /** A pattern over full topic names for the subscription of the source. */
    public Pattern topics() {
        StringBuilder kinds = new StringBuilder();
        for (TopicKind kind : TopicKind.values()) {
            if (READ.contains(kind)) {
                kinds.append(kinds.isEmpty() ? "" : "|").append(Pattern.quote(kind.wire()));
                if (kind.perVendor()) {
                    kinds.append("\\.[a-z][a-z0-9-]*");
                }
            }
        }
        return Pattern.compile("(?!muster\\.)(?=" + "(?:" + sites.pattern() + ")\\.(?:" + kinds
                + ")$)[a-z][a-z0-9-]*\\.(?:" + kinds + ")");
    }
}
