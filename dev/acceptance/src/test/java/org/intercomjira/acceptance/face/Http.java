package org.intercomjira.acceptance.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests to one server with the same headers. Redirects are not followed: where they lead is part of what is tested. */
public final class Http {
    /** No server needs so long, but a machine may be busy with other things. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** For all who need no cookies: in Java 17 a client's thread and files stay until it is collected, and a run would have thousands of them. */
    private static final HttpClient CLIENT = builder().build();
    private final HttpClient client;
    private final URI base;
    private final Map<String, String> headers;
    private final Duration patience;

    private Http(HttpClient client, URI base, Map<String, String> headers, Duration patience) {
        this.client = client;
        this.base = base;
        this.headers = headers;
        this.patience = patience;
    }

    public static Http at(URI base) {
        return new Http(CLIENT, base, Map.of(), PATIENCE);
    }

    /** One that keeps cookies as a browser does. */
    public static Http at(URI base, CookieHandler cookies) {
        return new Http(builder().cookieHandler(cookies).build(), base, Map.of(), PATIENCE);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    }

    public Http with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Http(client, base, more, patience);
    }

    /** One that gives up after this time without an answer. */
    Http within(Duration time) {
        return new Http(client, base, headers, time);
    }

    public Reply get(String path) {
        return send("GET", path, "application/json", "");
    }

    public Reply delete(String path) {
        return send("DELETE", path, "application/json", "");
    }

    public Reply post(String path, Object body) {
        return send("POST", path, "application/json", Json.write(body));
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, "application/json", Json.write(body));
    }

    public Reply postForm(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", form);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Sends one request.
     *
     * @param path below the base address, or a whole address
     */
    public Reply send(String method, String path, String contentType, String body) {
        URI address = path.startsWith("http") ? URI.create(path) : URI.create(base + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        try {
            Reply reply = Reply.to(method + " " + address, client.send(request.build(), BodyHandlers.ofString()));
            Canary.mustNotBeIn(reply);
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
