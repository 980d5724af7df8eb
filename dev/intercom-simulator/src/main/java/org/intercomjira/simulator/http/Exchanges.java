package org.intercomjira.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Translates between the JDK's exchanges and calls and replies. */
final class Exchanges {

    private Exchanges() {}

    static Call read(HttpExchange exchange) throws IOException {
        Instant at = Instant.now();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getRawPath();
        return new Call(exchange.getRequestMethod(), path, query == null ? "" : query, headers, body, at, Map.of());
    }

    static void writeHalf(HttpExchange exchange, Reply reply) {
        try {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
            exchange.getResponseBody().flush();
        } catch (IOException callerHasGone) {
            exchange.close();
        }
    }

    static void write(HttpExchange exchange, Reply reply) {
        try (exchange) {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        } catch (IOException callerHasGone) {
            exchange.close();
        }
    }
}
