package org.intercomjira.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as it arrived.
 *
 * @param method upper case
 * @param path as sent, not decoded, starting with a slash
 * @param query as sent, without the question mark; empty when there is none
 * @param headers names in lower case, first value only
 * @param parameters what the route's template took from the path, decoded
 */
public record Call(String method, String path, String query, Map<String, String> headers, String body, Instant at,
                   Map<String, String> parameters) {

    public String parameter(String name) {
        return parameters.get(name);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(decodeForm(query).get(name));
    }

    public Map<String, String> form() {
        return decodeForm(body);
    }

    public boolean hasJsonBody() {
        return header("content-type").orElse("").contains("json");
    }

    Call withParameters(Map<String, String> found) {
        return new Call(method, path, query, headers, body, at, Map.copyOf(found));
    }

    /** The same call as seen from below a prefix of the path. */
    public Call below(String prefix) {
        String rest = path.substring(prefix.length());
        return new Call(method, rest.isEmpty() ? "/" : rest, query, headers, body, at, parameters);
    }

    private static Map<String, String> decodeForm(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
