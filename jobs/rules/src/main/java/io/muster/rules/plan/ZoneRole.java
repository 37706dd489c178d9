package io.muster.rules.plan;

/** What a fence is for. The names are those of the plan file. */
public enum ZoneRole {
    PRODUCTION,
    HAZARD,
    FORBIDDEN,
    POST,
    GATE,
    MUSTER_POINT,
    REST,
    CONTROL_ROOM,
    INSPECTION_POINT,
    BEACON
}
