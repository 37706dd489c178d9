package io.muster.rules.device;

import io.muster.rules.identify.TagSpot;

/** A tag was here, and then there. */
public record Jump(
        String trackableId, String providerId, String key, String vendor, TagSpot from, TagSpot to, long timeMillis) {}
