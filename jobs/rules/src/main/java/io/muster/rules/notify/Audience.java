package io.muster.rules.notify;

/**
 * Whom an alarm of a kind is told, beside the control room.
 *
 * @param people whether the people whom it names are told
 * @param host whether the hosts of visitors whom it names are told too
 * @param managers whether managers are told from the beginning; they are always told of what is red or was escalated
 * @param byTag whether the people are told by their tag; one that is silent or put away cannot tell anything
 * @param dueMillis within how long it must have reached them, ms; 0 = no rule says
 * @param textZh what the people are told
 * @param textEn the same
 */
record Audience(
        boolean people, boolean host, boolean managers, boolean byTag, long dueMillis, String textZh, String textEn) {}
