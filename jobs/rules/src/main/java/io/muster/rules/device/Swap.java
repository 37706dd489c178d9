package io.muster.rules.device;

/**
 * Two tags went to each other's places at one moment.
 *
 * @param told whether it has lasted long enough to be told
 * @param timeMillis ordering time of the later jump
 */
public record Swap(Jump one, Jump other, boolean told, long timeMillis) {

    boolean isOf(String key) {
        return one.key().equals(key) || other.key().equals(key);
    }

    /** The key of the other tag of the two. */
    String with(String key) {
        return one.key().equals(key) ? other.key() : one.key();
    }

    boolean isAbout(String trackableId) {
        return one.trackableId().equals(trackableId) || other.trackableId().equals(trackableId);
    }
}
