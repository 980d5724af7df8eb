package org.intercomjira.embedded.pages.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a person is sent after logging in. The address comes from the request, so it may only name a place inside this Jira. */
public final class Destination {
    private final String contextPath;
    private final String origin;

    public Destination(HttpServletRequest request) {
        this.contextPath = request.getContextPath();
        this.origin = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
    }

    /**
     * @param asked a path, with or without the context path, or an address of this Jira
     * @return a path that starts with the context path; empty for anything that leads outside
     */
    public Optional<String> inside(String asked) {
        if (asked == null || asked.isBlank() || asked.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        String path = asked.startsWith(origin + contextPath) ? asked.substring(origin.length()) : asked;
        if (!path.startsWith("/") || path.startsWith("//")) {
            return Optional.empty();
        }
        return normalised(path.equals(contextPath) || path.startsWith(contextPath + "/") ? path : contextPath + path);
    }

    private Optional<String> normalised(String path) {
        try {
            String normal = new URI(path).normalize().toASCIIString();
            return normal.startsWith(contextPath + "/") ? Optional.of(normal) : Optional.empty();
        } catch (URISyntaxException unusable) {
            return Optional.empty();
        }
    }
}
