package io.muster.simulator.sink;

import io.muster.simulator.radio.TimedMessage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One recording for each site: {@code {site}} in the name of the output stands for the id. */
public final class FilesSink implements Sink {
    /** Stands for the id of the site. */
    public static final String SITE = "{site}";

    private final String template;
    private final Map<String, FileSink> files = new LinkedHashMap<>();

    /** @param template as {@link FileSink#open}, with {@link #SITE} in it */
    public FilesSink(String template) {
        if (!template.contains(SITE)) {
            throw new IllegalArgumentException("no " + SITE + " in '" + template + "'");
        }
        this.template = template;
    }

    /** The name for a site. */
    public static String nameFor(String template, String site) {
        return template.replace(SITE, site);
    }

    @Override
    public void send(String site, TimedMessage message) throws IOException {
        FileSink file = files.get(site);
        if (file == null) {
            file = FileSink.open(nameFor(template, site));
            files.put(site, file);
        }
        file.send(site, message);
    }

    @Override
    public void flush() throws IOException {
        for (FileSink file : files.values()) {
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (FileSink file : files.values()) {
            file.close();
        }
    }
}
