package org.intercomjira.acceptance.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The embedded Jira with a plugin JAR as a process; it can be stopped or killed and started again on the same data and address. */
public final class JiraProcess implements AutoCloseable {
    private static final String MAIN_CLASS = "org.intercomjira.embedded.EmbeddedJira";
    private final Path home = Folders.fresh("jira");
    private final int port = Ports.free();
    private final List<ServerProcess> starts = new ArrayList<>();
    private final Path pluginJar;
    private final URI intercom;
    private final Extras extras;

    /** What a Jira is given beyond the usual. */
    public record Extras(List<String> jvmArguments, List<String> options, Map<String, String> environment) {
        public static final Extras NONE = new Extras(List.of(), List.of(), Map.of());
    }

    public JiraProcess(Path pluginJar, URI intercom) {
        this(pluginJar, intercom, Extras.NONE);
    }

    public JiraProcess(Path pluginJar, URI intercom, Extras extras) {
        this.pluginJar = pluginJar;
        this.intercom = intercom;
        this.extras = extras;
    }

    /** One with the built plugin, ready to serve. */
    public static JiraProcess started(URI intercom) {
        JiraProcess jira = new JiraProcess(Folders.pluginJar(), intercom);
        jira.start();
        return jira;
    }

    public void start() {
        launch(List.of()).awaitReady("Jira is ready at");
    }

    /** Starts on the same data as a Jira that is configured with another base URL. Its address stays. */
    public void startUnder(URI baseUrl) {
        launch(List.of("--base-url", baseUrl.toString())).awaitReady("Jira is ready at");
    }

    /** For a Jira that is expected to refuse its plugin. */
    public int startAndAwaitExit() {
        return launch(List.of()).awaitExit();
    }

    private ServerProcess launch(List<String> moreOptions) {
        Path log = home.resolveSibling(home.getFileName() + "-output-" + (starts.size() + 1) + ".log");
        List<String> jvmArguments = new ArrayList<>(List.of("-Datlassian.dev.mode=true", "-Dintercom.endpoint=" + intercom));
        jvmArguments.addAll(extras.jvmArguments());
        List<String> options = new ArrayList<>(List.of("--port", String.valueOf(port), "--home", home.toString(), "--plugin", pluginJar.toString()));
        options.addAll(extras.options());
        options.addAll(moreOptions);
        ServerProcess process = ServerProcess.start(log,
                new ServerProcess.Program(Folders.classPathOf("embedded-jira"), MAIN_CLASS, jvmArguments, options, extras.environment()));
        starts.add(process);
        return process;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port + "/jira");
    }

    public Path home() {
        return home;
    }

    /** All that it has written so far, over all its starts. */
    public String output() {
        StringBuilder output = new StringBuilder();
        starts.forEach(start -> output.append(start.output()));
        return output.toString();
    }

    /** For one that is expected to end by itself. */
    public void awaitExit() {
        current().awaitExit();
    }

    public void kill() {
        current().kill();
    }

    public void stop() {
        current().stop();
    }

    /** It stands still, with all its connections open, until {@link #thaw()}; a kill ends it all the same. */
    public void freeze() {
        current().signal("STOP");
    }

    public void thaw() {
        current().signal("CONT");
    }

    /** For tools that look into it. */
    public long pid() {
        return current().pid();
    }

    private ServerProcess current() {
        return starts.get(starts.size() - 1);
    }

    @Override
    public void close() {
        starts.forEach(ServerProcess::kill);
    }
}
