package io.muster.console.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What any omlox client does: a base address, a bearer token, the paths and messages of the published description. It knows nothing of us. */
final class OmloxClient {
    private static final long PATIENCE_SECONDS = 60;

    private final String base;
    private final @Nullable String token;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param base such as {@code http://127.0.0.1:8080/omlox/site/v2} */
    OmloxClient(String base, @Nullable String token) {
        this.base = base;
        this.token = token;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, null);
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer.body());
    }

    HttpResponse<String> put(String path, String body) throws Exception {
        return send("PUT", path, body);
    }

    HttpResponse<String> send(String method, String path, @Nullable String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode tree(String body) throws Exception {
        return new ObjectMapper().readTree(body);
    }

    /** @param bearer whether the token goes with the handshake */
    Socket socket(boolean bearer) throws Exception {
        Socket socket = new Socket();
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (bearer && token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        socket.wire = builder.buildAsync(URI.create(base.replace("http://", "ws://") + "/ws/socket"), socket)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return socket;
    }

    /** A connection and what came over it. */
    static final class Socket implements WebSocket.Listener, AutoCloseable {
        private final BlockingQueue<String> came = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private @Nullable WebSocket wire;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                came.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.add(code);
            return CompletableFuture.completedFuture(null);
        }

        /** @param json with single quotes for double ones */
        Socket say(String json) throws Exception {
            WebSocket open = wire;
            if (open == null) {
                throw new IllegalStateException("not connected");
            }
            open.sendText(json.replace('\'', '"'), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return this;
        }

        /** The next message, whatever it is. */
        JsonNode next() throws Exception {
            String text = came.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing came");
            }
            return tree(text);
        }

        /** With what number the other side closed. */
        int closed() throws Exception {
            Integer code = closed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (code == null) {
                throw new AssertionError("it stays open");
            }
            return code;
        }

        @Override
        public void close() {
            WebSocket open = wire;
            if (open != null) {
                open.abort();
            }
        }
    }
}
