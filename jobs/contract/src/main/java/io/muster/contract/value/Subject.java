package io.muster.contract.value;

import io.muster.contract.Required;

/**
 * Who or what something is about.
 *
 * @param type {@code fence}, {@code gathering}, {@code trackable}, {@code provider}, {@code vendor} or {@code alarm}
 */
public record Subject(String type, String id) {
    public Subject {
        Required.field("type", type);
        Required.field("id", id);
    }
}
