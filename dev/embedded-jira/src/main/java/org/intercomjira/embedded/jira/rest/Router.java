package org.intercomjira.embedded.jira.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what answers a method and a path. The first route that fits is taken. */
public final class Router {
    private final List<Route> routes = new ArrayList<>();

    /** What answers. */
    public interface Handler {
        Answer answer(Call call);
    }

    /** A handler with the values of the variables in its path. */
    record Match(Handler handler, Map<String, String> variables) {
    }

    private record Route(String method, List<String> pattern, Handler handler) {
        Optional<Map<String, String>> variablesOf(List<String> path) {
            if (path.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < path.size(); i++) {
                String expected = pattern.get(i);
                if (expected.startsWith("{")) {
                    variables.put(expected.substring(1, expected.length() - 1), path.get(i));
                } else if (!expected.equals(path.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }

    /** The pattern has variables in braces: {@code /issue/{key}}. */
    public Router on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, segments(pattern), handler));
        return this;
    }

    /** Throws 404 for a path that nobody answers and 405 for one that answers other methods. */
    Match find(String method, String path) {
        List<String> segments = segments(path);
        boolean pathIsKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.variablesOf(segments);
            if (variables.isPresent() && route.method().equals(method)) {
                return new Match(route.handler(), variables.get());
            }
            pathIsKnown |= variables.isPresent();
        }
        throw pathIsKnown ? RestError.of(405, "HTTP 405 Method Not Allowed") : RestError.of(404, "HTTP 404 Not Found");
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/")).stream().filter(segment -> !segment.isEmpty()).toList();
    }
}
