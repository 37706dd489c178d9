package io.muster.contract.plan;

import java.util.List;
import java.util.Map;

/** Whoever knows what rules there are says whether those of a plan can be taken, so that their faults stand among all others of the plan. */
@FunctionalInterface
public interface RulesCheck {

    /** For who only wants the zones. */
    RulesCheck NONE = rules -> List.of();

    /**
     * @param rules dotted name to text
     * @return one line for each fault, which begins with the setting's name; empty = they can be taken
     */
    List<String> faults(Map<String, String> rules);
}
