package io.muster.consumer;

/** Hears every change of an {@link AlarmBook}, in order, on the thread that applies the records. */
@FunctionalInterface
public interface AlarmListener {
    /** Should return soon, since the next record waits; what it throws is logged, counted and otherwise ignored. */
    void onChange(AlarmChange change);
}
