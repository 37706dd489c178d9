package io.muster.contract.value;

import io.muster.contract.Required;

/**
 * A name in both languages.
 */
public record Name(String zh, String en) {
    public Name {
        Required.field("zh", zh);
        Required.field("en", en);
    }
}
