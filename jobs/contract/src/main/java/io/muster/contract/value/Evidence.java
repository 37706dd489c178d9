package io.muster.contract.value;

import io.muster.contract.Required;
import java.util.List;

/**
 * What an alarm rests on.
 */
public record Evidence(List<EvidenceFix> fixes) {
    public Evidence {
        fixes = Required.list(fixes);
    }
}
