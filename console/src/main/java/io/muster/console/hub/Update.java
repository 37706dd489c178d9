package io.muster.console.hub;

/** A location or sighting, checked, and its bytes as the vendor wrote them. */
final class Update {
    private final String providerId;
    private final byte[] bytes;

    Update(String providerId, byte[] bytes) {
        this.providerId = providerId;
        this.bytes = bytes;
    }

    String providerId() {
        return providerId;
    }

    /** Not a copy: to be read only. */
    byte[] bytes() {
        return bytes;
    }
}
