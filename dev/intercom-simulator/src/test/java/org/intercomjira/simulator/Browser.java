package org.intercomjira.simulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks HTTP to a simulator: as an app with a token, as a browser, and as a test at the control address. */
final class Browser {

    static final String CALLBACK = "http://localhost:2990/jira/callback";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private String token = "";
    private String version = "2.16";
    private Duration patience = Duration.ofMinutes(1);

    Browser(IntercomSimulator simulator) {
        this.address = simulator.address();
    }

    record Answer(int status, String text, HttpResponse<String> response) {

        JsonObject json() {
            return JsonParser.parseString(text).getAsJsonObject();
        }

        String errorCode() {
            return json().getAsJsonArray("errors").get(0).getAsJsonObject().get("code").getAsString();
        }

        String errorMessage() {
            return json().getAsJsonArray("errors").get(0).getAsJsonObject().get("message").getAsString();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Browser withToken(String newToken) {
        token = newToken;
        return this;
    }

    Browser withVersion(String newVersion) {
        version = newVersion;
        return this;
    }

    Browser withPatience(Duration newPatience) {
        patience = newPatience;
        return this;
    }

    /** Goes through the consent page and the exchange as the teammate. */
    Browser connectedAs(String region, String workspace, String teammate) throws IOException {
        Answer exchanged = exchange(codeOf(consent(region, workspace, teammate, "allow")));
        return withToken(exchanged.json().get("access_token").getAsString());
    }

    Answer consent(String region, String workspace, String teammate, String decision) throws IOException {
        return form("/" + region + "/oauth/consent", Map.of("client_id", "demo-client", "state", "s t&1", "redirect_uri", CALLBACK,
                "workspace", workspace, "teammate", teammate, "decision", decision));
    }

    static String codeOf(Answer redirect) {
        String query = URI.create(redirect.header("Location")).getRawQuery();
        String code = query.substring(query.indexOf("code=") + 5).replaceAll("&.*", "");
        return URLDecoder.decode(code, StandardCharsets.UTF_8);
    }

    Answer exchange(String code) throws IOException {
        return form("/us/auth/eagle/token", Map.of("client_id", "demo-client", "client_secret", "demo-client-secret-canary", "code", code));
    }

    Answer form(String path, Map<String, String> fields) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return send("POST", path, body, "application/x-www-form-urlencoded");
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "", "application/json");
    }

    Answer post(String path, String json) throws IOException {
        return send("POST", path, json, "application/json");
    }

    Answer put(String path, String json) throws IOException {
        return send("PUT", path, json, "application/json");
    }

    Answer delete(String path, String json) throws IOException {
        return send("DELETE", path, json, "application/json");
    }

    private Answer send(String method, String path, String body, String contentType) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(patience)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", contentType).header("Accept", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!version.isEmpty()) {
            request.header("Intercom-Version", version);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
