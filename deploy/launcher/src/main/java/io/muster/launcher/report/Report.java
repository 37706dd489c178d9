package io.muster.launcher.report;

import io.muster.launcher.process.Build;
import io.muster.launcher.terminal.JsonOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one object that every command which measures writes for scripts. */
public final class Report {
    private Report() {}

    /**
     * {@code {"command", "revision", "machine", "seed", "figures"}} on one line.
     *
     * @param seed null where chance decides nothing
     */
    public static String object(String command, @Nullable Long seed, List<Figure> figures) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("command", command);
        object.put("revision", Build.revision());
        object.put("machine", Build.machine());
        object.put("seed", seed);
        object.put("figures", figures.stream().map(Figure::toMap).toList());
        return JsonOut.inOrder(object);
    }
}
