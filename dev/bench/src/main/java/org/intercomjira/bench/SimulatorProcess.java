package org.intercomjira.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** The simulated Intercom as a process of its own, with its real limit and an answer that takes its time. */
final class SimulatorProcess implements AutoCloseable {
    private static final String READY = "Intercom is ready at ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    /** A call that was answered. */
    record Call(long at, int status) {
    }

    SimulatorProcess() throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", System.getProperty("bench.simulator"),
                "--port", "0").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The simulated Intercom did not start");
        }
        address = line.substring(READY.length()).strip();
    }

    /** From now on the plugin takes this for Intercom. */
    void standForIntercom() {
        System.setProperty("atlassian.dev.mode", "true");
        System.setProperty("intercom.endpoint", address);
    }

    void delayAnswers(Duration latency) throws IOException {
        call("POST", "/faults", "{\"kind\":\"latency\",\"times\":-1,\"delayMs\":" + latency.toMillis() + "}");
    }

    void limit(int calls, Duration window) throws IOException {
        call("PUT", "/rate-limit", "{\"limit\":" + calls + ",\"windowSeconds\":" + window.toSeconds() + "}");
    }

    String token() throws IOException {
        return call("POST", "/tokens", "{\"workspace\":\"" + Site.WORKSPACE + "\",\"teammate\":\"5017691\"}").getAsJsonObject().get("token").getAsString();
    }

    List<String> conversations(int count) throws IOException {
        return texts(call("POST", "/conversations", "{\"workspace\":\"" + Site.WORKSPACE + "\",\"count\":" + count + "}").getAsJsonObject().getAsJsonArray("ids"));
    }

    void forgetCalls() throws IOException {
        call("DELETE", "/requests", "");
    }

    /** Calls of the API, oldest first. */
    List<Call> calls() throws IOException {
        JsonArray calls = call("GET", "/requests?path=/conversations/", "").getAsJsonObject().getAsJsonArray("requests");
        return StreamSupport.stream(calls.spliterator(), false).map(JsonElement::getAsJsonObject)
                .map(call -> new Call(call.get("time").getAsLong(), status(call))).toList();
    }

    private static int status(JsonObject call) {
        return call.get("status") == null || call.get("status").isJsonNull() ? 0 : call.get("status").getAsInt();
    }

    private static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsString).toList();
    }

    private JsonElement call(String method, String path, String body) throws IOException {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(URI.create(address + "/control" + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? new JsonObject() : JsonParser.parseString(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
