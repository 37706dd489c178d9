package io.muster.console.measure;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One user's connection: cookies, compressed answers, and the token that a change has to bring along. */
final class Browser {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(String address) {
        this.address = address + "/api/v1";
    }

    void login(String name, String password) throws IOException, InterruptedException {
        get("/session");
        int status = send(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8))));
        if (status != 204) {
            throw new IOException(name + " could not log in: " + status);
        }
        get("/session");
    }

    void post(String path, String json) throws IOException, InterruptedException {
        int status = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
        if (status / 100 != 2) {
            throw new IOException(path + " was answered with " + status);
        }
    }

    /** Returns once the whole answer is here; its status. */
    int get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip");
        for (HttpCookie each : cookies.getCookieStore().getCookies()) {
            if (each.getName().equals("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", each.getValue());
            }
        }
        return request;
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .statusCode();
    }
}
