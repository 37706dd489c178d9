package io.muster.stream.time;

import java.io.Serializable;
import java.util.Set;

/** Where ticks come from. The job writes them into its own input partitions; a file brings its own. */
public interface TickPort extends Serializable {

    /** Called once in the process that runs the sequencer. */
    Ticking open();

    /** Runs until it is closed. Its methods are called by the sequencer's thread. */
    interface Ticking extends AutoCloseable {

        /** The partitions that are there now: a start without a past waits for all of them. */
        Set<String> present();

        /** Whether this partition is one of ours. One of a past under another choice of sites need not be. */
        boolean serves(String partition);

        /** Ticks go to this partition from now on, if they did not before. */
        void opened(String partition);

        /** Partitions whose topic is no more, each told once. */
        Set<String> takeGone();

        @Override
        void close();
    }

    /** For files: no ticks are written, and a partition takes part from its first record on. */
    static TickPort none() {
        return NoTicks::new;
    }

    /** Nothing to write to. */
    final class NoTicks implements Ticking {
        @Override
        public Set<String> present() {
            return Set.of();
        }

        @Override
        public boolean serves(String partition) {
            return true;
        }

        @Override
        public void opened(String partition) {
            // A file has no partition that a tick could be written to.
        }

        @Override
        public Set<String> takeGone() {
            return Set.of();
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
