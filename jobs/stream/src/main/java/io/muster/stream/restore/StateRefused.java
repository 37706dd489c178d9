package io.muster.stream.restore;

import java.nio.file.Path;

/** A folder of state that this job cannot go on from. The message is one line for whoever started it: what is wrong, and what to do. */
public final class StateRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    StateRefused(Path folder, String why) {
        super(folder + ": " + why);
    }

    StateRefused(Path folder, String why, Throwable cause) {
        super(folder + ": " + why, cause);
    }

    /** What Flink found when it laid the state over the stages. */
    public static StateRefused otherStages(Path folder, Throwable cause) {
        return new StateRefused(
                folder,
                "the state is of another topology: it has stages that this version of Muster does not have; "
                        + "start the version that wrote it, or begin in an empty folder",
                cause);
    }
}
