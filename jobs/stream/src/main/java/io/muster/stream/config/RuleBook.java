package io.muster.stream.config;

import io.muster.contract.plan.RulesCheck;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The settings that a job was started with, and which of them a plan may set otherwise: what is a rule. How records are put in time, how often the model is
 * computed and what is told again how often is the job's own: it holds for all sites and cannot change under way.
 */
public final class RuleBook implements Serializable, RulesCheck {
    private static final long serialVersionUID = 1;

    private static final String PLACE = "";

    private static final Pattern RULES = Pattern.compile("(?:gathering|risk|watch|device)\\.[a-z0-9_.]+"
            + "|alarms\\.[a-z0-9_]+\\.(?:on_delay|off_delay|re_alarm)|alarms\\.escalate\\.[a-z]+");

    private static final Pattern JOBS_OWN = Pattern.compile("gathering\\.report"
            // Tags are looked at before plans are: these decide what a fix is.
            + "|device\\.(?:silent_after|jump|walk|clock_right_after)");

    private final String profile;
    private final LinkedHashMap<String, String> settings;

    RuleBook(String profile, Map<String, String> settings) {
        this.profile = profile;
        this.settings = new LinkedHashMap<>(settings);
    }

    @Override
    public List<String> faults(Map<String, String> rules) {
        List<String> faults = new ArrayList<>();
        rules.keySet().forEach(name -> {
            if (!isRule(name) || !settings.containsKey(name)) {
                faults.add(name + ": no rule that a plan can set; there are "
                        + String.join(
                                ", ",
                                settings.keySet().stream()
                                        .filter(RuleBook::isRule)
                                        .toList()));
            }
        });
        if (faults.isEmpty() && !rules.isEmpty()) {
            try {
                under(rules);
            } catch (ConfigFaults e) {
                faults.addAll(e.faults());
            }
        }
        return faults;
    }

    /**
     * The configuration where these rules are in force. A function of its argument.
     *
     * @throws ConfigFaults where they cannot be; the same that {@link #faults} says
     */
    JobConfig under(Map<String, String> rules) throws ConfigFaults {
        Settings changed = new Settings();
        settings.forEach((name, text) -> changed.set(name, text, PLACE));
        rules.forEach((name, text) -> changed.set(name, text, PLACE));
        return JobConfig.checked(profile, changed);
    }

    /** As {@link #under}, for rules that were checked at the door. */
    public JobConfig inForce(Map<String, String> rules) {
        try {
            return under(rules);
        } catch (ConfigFaults e) {
            throw new IllegalStateException("rules with faults got past the door: " + e.faults(), e);
        }
    }

    static boolean isRule(String name) {
        return RULES.matcher(name).matches() && !JOBS_OWN.matcher(name).matches();
    }
}
