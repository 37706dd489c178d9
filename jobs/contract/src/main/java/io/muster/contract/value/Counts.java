package io.muster.contract.value;

/**
 * People of an alarm, split by how sure it is.
 *
 * @param possible never counted against a limit
 * @param stale last seen inside, silent since
 */
public record Counts(int confirmed, int possible, int stale) {}
