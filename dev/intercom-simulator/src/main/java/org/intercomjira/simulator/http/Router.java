package org.intercomjira.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who answers a call, by method and by templates such as <code>/conversations/{id}/reply</code>; the first match wins.
 * A placeholder takes one segment, or what its own pattern says: <code>{id:\\d+}</code>.
 *
 * @param <H> what a handler is here
 */
public final class Router<H> {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?::([^}]+))?}");

    private final List<Route<H>> routes = new ArrayList<>();

    /** A handler, and the call with the parameters of the template filled in. */
    public record Match<H>(H handler, Call call) {}

    public Router<H> on(String method, String template, H handler) {
        List<String> names = PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).toList();
        String pattern = PLACEHOLDER.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement("(" + (found.group(2) == null ? "[^/]+" : found.group(2)) + ")")) + "/?";
        routes.add(new Route<>(method, Pattern.compile(pattern), names, handler));
        return this;
    }

    public Optional<Match<H>> route(Call call) {
        for (Route<H> route : routes) {
            Matcher matcher = route.path.matcher(call.path());
            if (route.method.equals(call.method()) && matcher.matches()) {
                return Optional.of(new Match<>(route.handler, call.withParameters(route.parametersOf(matcher))));
            }
        }
        return Optional.empty();
    }

    private record Route<H>(String method, Pattern path, List<String> names, H handler) {

        Map<String, String> parametersOf(Matcher matcher) {
            Map<String, String> found = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                found.put(names.get(i), URLDecoder.decode(matcher.group(i + 1), StandardCharsets.UTF_8));
            }
            return found;
        }
    }
}
