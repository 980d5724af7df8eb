package org.intercomjira.acceptance.soak;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.intercomjira.acceptance.face.Account;
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
    private final List<Death> deaths = new CopyOnWriteArrayList<>();
    private final Conditions conditions;

    private Cluster(Conditions conditions) {
        this.conditions = conditions;
    }

    static Cluster started() {
        return started(Conditions.NORMAL);
    }

    static Cluster started(Conditions conditions) {
        Cluster cluster = new Cluster(conditions);
        try {
            cluster.addNode("node1", Map.of());
            cluster.addNode("node2", conditions.environment());
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
        options.addAll(conditions.options());
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

    /** The first node will end by itself as by {@code kill -9}, after so many silent commits of its own, before the event of the last one. */
    void dieAfterSilent(int commits) {
        site(0).as(Account.ADMIN).http().post("/rest/stand-in/1.0/death", Map.of("commits", commits, "silent", true)).expect(204);
    }

    /** Until the first node has ended by itself. */
    void awaitDeath() {
        node(0).awaitExit();
        kill();
    }

    /** Kills the first node with {@code kill -9}. */
    void kill() {
        node(0).kill();
        deaths.add(new Death("node1", lastCommit(), Long.MAX_VALUE));
    }

    /** Starts the first node again. */
    void restart() {
        node(0).start();
        Death last = deaths.remove(deaths.size() - 1);
        deaths.add(new Death(last.node(), last.commit(), lastCommit()));
    }

    private long lastCommit() {
        List<Commit> commits = Ledger.commits(site(1));
        return commits.get(commits.size() - 1).id();
    }

    List<Death> deaths() {
        return deaths;
    }

    Duration clocksApart() {
        return conditions.clocksApart();
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
