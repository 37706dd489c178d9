package io.muster.rules.fence;

/**
 * A release that was asked for and not carried out.
 *
 * @param by who asked
 * @param detail why not, in one line
 * @param origin topic of the command without its site
 */
public record Refusal(
        String site,
        String trackableId,
        String by,
        String detail,
        long timeMillis,
        String origin,
        int partition,
        long offset) {}
