package io.muster.contract.value;

import io.muster.contract.Required;
import org.jspecify.annotations.Nullable;

/**
 * The rule that raised an alarm, and what it compared.
 */
public record AlarmRuleRef(
        String id,
        int version,
        @Nullable Double limit,
        @Nullable Double observed) {
    public AlarmRuleRef {
        Required.field("id", id);
    }
}
