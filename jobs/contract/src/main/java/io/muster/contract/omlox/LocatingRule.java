package io.muster.contract.omlox;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which provider of a trackable wins.
 *
 * @param expression conditions joined by AND
 * @param priority higher wins
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocatingRule(
        @Nullable String expression, @Nullable Double priority) {}
