package org.intercomjira.intercom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Answers what a test tells it to, one answer a request, and remembers the requests. */
final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<Scripted> script = new LinkedBlockingQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<HttpExchange> stalled = new CopyOnWriteArrayList<>();

    ScriptedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    record Request(String method, String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    private record Scripted(int status, String body, Supplier<Map<String, String>> headers, boolean stalls) {
    }

    /** @param headers asked for when the answer is given */
    void willAnswer(int status, String body, Supplier<Map<String, String>> headers) {
        script.add(new Scripted(status, body, headers, false));
    }

    /** The next answer's headers and the first half of its body come, then nothing, and the connection stays open. */
    void willStall(int status, String body) {
        script.add(new Scripted(status, body, Map::of, true));
    }

    /** The connections of stalled answers that the client still holds open. */
    long openStalledConnections() {
        return stalled.stream().filter(ScriptedServer::takesMore).count();
    }

    private static boolean takesMore(HttpExchange exchange) {
        try {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    void willAnswer(int status, String body, Map<String, String> headers) {
        willAnswer(status, body, () -> headers);
    }

    void willAnswer(int status, String body) {
        willAnswer(status, body, Map.of());
    }

    /** The next request is read and then the connection is closed without a word. */
    void willCut() {
        willAnswer(-1, "");
    }

    List<Request> requests() {
        return requests;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        boolean stalls = false;
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI uri = exchange.getRequestURI();
            requests.add(new Request(exchange.getRequestMethod(), uri.toString(), exchange.getRequestHeaders(), body));
            Scripted answer = script.remove();
            if (answer.status() == -1) {
                throw new IOException("cut");
            }
            answer.headers().get().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            stalls = answer.stalls();
            if (stalls) {
                // A million bytes are announced, so that the rest may come a byte at a time for as long as a test runs.
                exchange.sendResponseHeaders(answer.status(), 1_000_000);
                exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
                exchange.getResponseBody().flush();
                stalled.add(exchange);
                return;
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } finally {
            if (!stalls) {
                exchange.close();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
