package io.muster.simulator.people;

/** @param providerId as its vendor writes it: UWB as EUI-64 without separators, BLE as MAC with colons */
public record Tag(String providerId, Technology technology) {

    public enum Technology {
        UWB,
        BLE
    }
}
