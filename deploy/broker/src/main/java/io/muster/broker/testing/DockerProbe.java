package io.muster.broker.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Asks whether a Docker engine answers. Testcontainers alone would log a page of errors where none does, so it is asked only once
 * something accepts a connection at a place where an engine would be.
 */
final class DockerProbe {
    private static final int CONNECT_MILLIS = 1_000;

    private DockerProbe() {}

    static boolean answers() {
        return somethingAccepts(System.getenv("DOCKER_HOST"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** @param host value of DOCKER_HOST, which replaces the usual sockets; null or blank = not set */
    static boolean somethingAccepts(@Nullable String host) {
        if (host == null || host.isBlank()) {
            return usualSockets().stream().anyMatch(DockerProbe::acceptsAt);
        }
        try {
            URI uri = URI.create(host.trim());
            if ("unix".equals(uri.getScheme()) && uri.getPath() != null) {
                return acceptsAt(Path.of(uri.getPath()));
            }
            return uri.getHost() != null && uri.getPort() > 0 && acceptsAt(uri.getHost(), uri.getPort());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The system's engine, Docker Desktop's, and the rootless one. */
    private static List<Path> usualSockets() {
        List<Path> sockets = new ArrayList<>();
        sockets.add(Path.of("/var/run/docker.sock"));
        sockets.add(Path.of(System.getProperty("user.home", "/"), ".docker", "run", "docker.sock"));
        @Nullable String runtime = System.getenv("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            sockets.add(Path.of(runtime, "docker.sock"));
        }
        return sockets;
    }

    private static boolean acceptsAt(Path socket) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean acceptsAt(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
