package org.intercomjira.simulator.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.intercomjira.simulator.http.Call;
import org.intercomjira.simulator.http.Reply;
import org.intercomjira.simulator.world.Region;
import org.intercomjira.simulator.world.Teammate;
import org.intercomjira.simulator.world.Workspace;
import org.intercomjira.simulator.world.World;
import org.jsoup.nodes.Entities;

/** The pages and the files they need. */
public final class InboxPages {

    private static final Map<String, String> FILES = Map.of("simulator.css", "text/css; charset=utf-8", "inbox.js", "text/javascript; charset=utf-8",
            "consent.js", "text/javascript; charset=utf-8");

    private static final String CURRENT = "/a/inbox/_/";

    private final World world;

    public InboxPages(World world) {
        this.world = world;
    }

    /** One page for every address of an Inbox: its script reads from the address which conversation to show. Workspace {@code _} is the current one. */
    public Reply inbox(Region region, Call call) {
        if (call.path().startsWith(CURRENT)) {
            return Reply.redirect(region.prefix() + "/a/inbox/" + world.workspacesOf(region).get(0).id() + "/" + call.path().substring(CURRENT.length()));
        }
        return Reply.of(200, "text/html; charset=utf-8", file("inbox.html").orElseThrow());
    }

    /** The workspaces of a region. */
    public Reply workspaces(Region region) {
        return list(region.name() + " workspaces", world.workspacesOf(region).stream()
                .map(InboxPages::link).collect(Collectors.joining()));
    }

    public Reply allWorkspaces() {
        return list("Workspaces", world.workspaces().stream().map(InboxPages::link).collect(Collectors.joining()));
    }

    /** A style sheet, a script or a teammate's picture. */
    public Reply asset(String name) {
        if (name.startsWith("avatars/") && name.endsWith(".svg")) {
            return avatar(name.substring("avatars/".length(), name.length() - ".svg".length()));
        }
        return Optional.ofNullable(FILES.get(name)).flatMap(type -> file(name).map(content -> Reply.of(200, type, content)))
                .orElseGet(() -> Reply.empty(404));
    }

    private Reply avatar(String teammateId) {
        return world.workspaces().stream().flatMap(workspace -> workspace.teammate(teammateId).stream()).findFirst()
                .map(teammate -> Reply.of(200, "image/svg+xml", drawing(teammate).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Reply.empty(404));
    }

    private static String drawing(Teammate teammate) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128"><rect width="128" height="128" fill="hsl(%d 55%% 42%%)"/>\
                <text x="64" y="82" font-family="sans-serif" font-size="56" fill="#fff" text-anchor="middle">%s</text></svg>
                """.formatted(teammate.id().hashCode() % 360, Entities.escape(teammate.name().substring(0, 1)));
    }

    private static String link(Workspace workspace) {
        return "<li><a href=\"%s/a/inbox/%s/inbox\">%s</a> <small>%s, %s</small></li>".formatted(workspace.region().prefix(), workspace.id(),
                Entities.escape(workspace.name()), workspace.region(), workspace.id());
    }

    private static Reply list(String title, String items) {
        return Reply.html(200, """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s | Intercom (simulated)</title><link rel="stylesheet" href="/assets/simulator.css"></head>
                <body class="narrow"><main class="card"><p class="brand">Intercom <small>simulated</small></p><h1>%s</h1><ul class="workspaces">%s</ul></main></body></html>
                """.formatted(title, title, items));
    }

    private static Optional<byte[]> file(String name) {
        try (InputStream content = InboxPages.class.getResourceAsStream("/inbox/" + name)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
