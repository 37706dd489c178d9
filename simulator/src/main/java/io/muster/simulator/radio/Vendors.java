package io.muster.simulator.radio;

import java.util.List;

/** The two vendors of a site and the topics they write, without the site prefix. */
public final class Vendors {
    public static final String UWB = "uwb-north";
    public static final String BLE = "ble-south";
    public static final List<String> ALL = List.of(UWB, BLE);
    /** Every vendor topic has so many partitions unless an operator says otherwise. */
    public static final int PARTITIONS = 4;

    static final String UWB_LOCATIONS = "location-updates." + UWB;
    static final String BLE_LOCATIONS = "location-updates." + BLE;
    static final String BLE_SIGHTINGS = "proximity-updates." + BLE;

    static final String UWB_STATUS = "provider-status." + UWB;
    static final String BLE_STATUS = "provider-status." + BLE;

    private Vendors() {}
}
