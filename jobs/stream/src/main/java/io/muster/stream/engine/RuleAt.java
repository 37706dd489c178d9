package io.muster.stream.engine;

import io.muster.rules.Ordered;
import io.muster.rules.Rule;

/** Which rule decides at a moment of ordering time: always the same, or the one whose settings are in force then. */
interface RuleAt<S, R extends Ordered, E> {
    Rule<S, R, E> at(long timeMillis);
}
