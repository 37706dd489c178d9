package io.muster.geometry;

final class BruteForceZoneLocatorTest extends ZoneLocatorContract {
    @Override
    ZoneLocator locator(ZoneSet zones) {
        return ZoneLocator.bruteForce(zones);
    }
}
