package io.muster.rules.identify;

/** How a position came about. The order is that of trust: an earlier one is preferred while it is fresh. */
public enum Technology {
    UWB,
    BLE,
    GNSS,
    OTHER
}
