package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;
import io.muster.stream.config.RuleBook;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules by the plan and the settings that they were made with. Not thread-safe; lives in one operator. */
final class MadeRules<S, I extends Ordered, E> implements Serializable {
    private static final long serialVersionUID = 1;

    /** Settings differ by site and version; a few of them are in use at a time. */
    private static final int MOST = 100;

    private final RuleBook book;
    private final Ruled.Make<S, I, E> make;
    private transient @Nullable Map<Under, Rule<S, I, E>> made;

    private record Under(String planVersion, Map<String, String> settings) {}

    MadeRules(RuleBook book, Ruled.Make<S, I, E> make) {
        this.book = book;
        this.make = make;
    }

    /**
     * @param planVersion empty = there is no plan
     * @param settings what the plan says, checked; empty = nothing
     */
    Rule<S, I, E> under(String planVersion, Map<String, String> settings) {
        Map<Under, Rule<S, I, E>> all = made;
        if (all == null || all.size() == MOST) {
            all = new HashMap<>();
            made = all;
        }
        return all.computeIfAbsent(
                new Under(planVersion, settings), each -> make.of(book.inForce(each.settings()), each.planVersion()));
    }
}
