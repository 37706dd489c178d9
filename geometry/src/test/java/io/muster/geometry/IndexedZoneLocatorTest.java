package io.muster.geometry;

final class IndexedZoneLocatorTest extends ZoneLocatorContract {
    @Override
    ZoneLocator locator(ZoneSet zones) {
        return ZoneLocator.indexed(zones);
    }
}
