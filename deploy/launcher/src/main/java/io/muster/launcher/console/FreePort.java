package io.muster.launcher.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of 127.0.0.1 for a server that is about to be started. */
public final class FreePort {
    private static final int LAST = 65_535;

    private FreePort() {}

    /** The first free one from here on; 0 = any, which the system chooses when the server starts. */
    public static int from(int first) {
        for (int port = first; port != 0 && port <= LAST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        return 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            // As servers do it, which may take a port whose last connections are still closing.
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
