package io.muster.simulator.radio;

/**
 * One message of the plant on its way to the broker.
 *
 * @param emissionMillis instant at which the broker gets it: the vendor's clock plus the transmission delay (epoch)
 * @param topic without the site, e.g. {@code location-updates.uwb-north}
 * @param key provider id, plan version or person id, UTF-8
 * @param value JSON, UTF-8; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes are passed on, never compared.
public record TimedMessage(long emissionMillis, String topic, byte[] key, byte[] value) {}
