package io.muster.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What a browser does, without a page: cookies, and the CSRF token out of its cookie into its header. */
public final class Client {
    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Client(String address) {
        this.address = address;
    }

    public HttpResponse<String> login(String name, String password) throws Exception {
        get("/api/v1/session");
        HttpResponse<String> answer = send(request("/api/v1/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)
                        + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8))));
        get("/api/v1/session");
        return answer;
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** @param json with single quotes for double ones */
    public HttpResponse<String> post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** @param json with single quotes for double ones */
    public HttpResponse<String> put(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    public HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    /** The same without the token: what a foreign page could send. */
    public HttpResponse<String> forgedPost(String path, String json) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    public JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return tree(answer);
    }

    public static JsonNode tree(HttpResponse<String> answer) throws Exception {
        // Not the guarded reader of the contract: a description of the API is longer than any record may be.
        return new ObjectMapper().readTree(answer.body());
    }

    /** The cookies of this browser, as a header. */
    public String cookieHeader() {
        StringBuilder header = new StringBuilder();
        for (HttpCookie each : cookies.getCookieStore().getCookies()) {
            header.append(header.length() > 0 ? "; " : "")
                    .append(each.getName())
                    .append('=')
                    .append(each.getValue());
        }
        return header.toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        for (HttpCookie each : cookies.getCookieStore().getCookies()) {
            if (each.getName().equals("XSRF-TOKEN")) {
                request.header("X-XSRF-TOKEN", each.getValue());
            }
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
