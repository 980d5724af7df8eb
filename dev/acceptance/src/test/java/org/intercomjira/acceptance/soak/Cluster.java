package org.intercomjira.acceptance.soak;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.SimulatedIntercom;
import org.intercomjira.acceptance.host.Folders;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.PluginPage;
import org.intercomjira.acceptance.host.PostgreSqlProcess;
import org.intercomjira.acceptance.host.Site;

/** Two nodes of Jira on one PostgreSQL and with one shared home, and the Intercom that they talk to; all of them processes. */
final class Cluster implements AutoCloseable {
    static final List<String> PROJECTS = List.of("RED", "GREEN", "BLUE");
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m");
    private static final Pattern LOG_ENTRY = Pattern.compile("(?m)^(?=\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\[)");
    private static final Pattern JIRA_FAILED = Pattern.compile("^\\S+ \\[[^]]*\\] ERROR (RestServlet|IssueEvents|PluginFunctions) ");
    private static final Pattern PLUGIN = Pattern.compile("(?m)^\\s+at org\\.intercomjira\\.(?!embedded\\.)");
    private static final Pattern FOUND = Pattern.compile("IssueRecovery - (\\d+) messages to Intercom about issue \\d+ had been missed");
    private final PostgreSqlProcess database = PostgreSqlProcess.started();
    private final IntercomProcess intercom = IntercomProcess.start();
    private final String sharedHome = Folders.fresh("shared-home").toString();
    private final List<JiraProcess> nodes = new ArrayList<>();

    private Cluster() {
    }

    static Cluster started() {
        return started(Map.of());
    }

    /** @param environment of the second node */
    static Cluster started(Map<String, String> environment) {
        Cluster cluster = new Cluster();
        try {
            cluster.addNode("node1", Map.of());
            cluster.addNode("node2", environment);
            IntercomApp.introduceTo(cluster.site());
            return cluster;
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
    }

    private void addNode(String name, Map<String, String> environment) {
        List<String> options = new ArrayList<>(List.of("--node", name, "--shared-home", sharedHome, "--jdbc", database.jdbcUrl(),
                "--jdbc-user", database.user(), "--jdbc-password", database.password(), "--projects", "RED:Red,GREEN:Green,BLUE:Blue"));
        if (!nodes.isEmpty()) {
            options.addAll(List.of("--base-url", nodes.get(0).address().toString()));
        }
        JiraProcess node = new JiraProcess(Folders.pluginJar(), intercom.address(), new JiraProcess.Extras(JVM, options, environment));
        nodes.add(node);
        node.start();
    }

    /** The first node, which bears the canonical address. */
    Site site() {
        return site(0);
    }

    Site site(int node) {
        return new Site(nodes.get(node).address(), intercom.address());
    }

    List<URI> addresses() {
        return nodes.stream().map(JiraProcess::address).toList();
    }

    JiraProcess node(int number) {
        return nodes.get(number);
    }

    PluginPage plugins(int node) {
        return new PluginPage(nodes.get(node).address());
    }

    PostgreSqlProcess database() {
        return database;
    }

    SimulatedIntercom intercom() {
        return site().simulator();
    }

    /** What Jira's own code reports as an error and the plugin's code has thrown or let through: an edit that fails so has failed because of the plugin. */
    List<String> complaints() {
        return nodes.stream().flatMap(node -> LOG_ENTRY.splitAsStream(node.output())).filter(entry -> JIRA_FAILED.matcher(entry).find() && PLUGIN.matcher(entry).find()).toList();
    }

    /** How many messages all nodes have found missing, as they say in the log. */
    int recovered() {
        return nodes.stream().flatMap(node -> FOUND.matcher(node.output()).results()).mapToInt(found -> Integer.parseInt(found.group(1))).sum();
    }

    @Override
    public void close() {
        nodes.forEach(JiraProcess::close);
        intercom.close();
        database.close();
    }
}
