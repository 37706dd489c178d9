/**
 * What every package of the contract shares: how a record says that a field is missing. The contract is what crosses process borders:
 * JSON in snake_case, omlox objects unchanged with everything of ours under {@code properties.muster}, ISO 8601 UTC with milliseconds,
 * metres, durations in ms.
 */
@NullMarked
package io.muster.contract;

import org.jspecify.annotations.NullMarked;
