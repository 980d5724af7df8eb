package org.intercomjira.embedded.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.intercomjira.embedded.spi.HistorySettings;

/** What the command line asked for. */
public final class Options {
    private static final Set<String> NAMES = Set.of("port", "home", "plugin", "jdbc", "jdbc-user", "jdbc-password", "node", "base-url", "projects", "shared-home",
            "history-order", "id-bank");
    private static final String DEFAULT_PORT = "2990";

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads {@code --name value} pairs.
     *
     * @throws IllegalArgumentException for an unknown name or one without a value
     */
    public static Options parse(String... arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!NAMES.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown option or no value: " + arguments[i] + ". Options: --" + String.join(" --", NAMES.stream().sorted().toList()));
            }
            values.put(name, arguments[i + 1]);
        }
        return new Options(values);
    }

    /** 0 stands for any free one. */
    public int port() {
        return Integer.parseInt(values.getOrDefault("port", DEFAULT_PORT));
    }

    public Path home() {
        return Path.of(values.getOrDefault("home", "target/jira-home")).toAbsolutePath().normalize();
    }

    public Path sharedHome() {
        return Optional.ofNullable(values.get("shared-home")).map(Path::of).map(Path::toAbsolutePath).orElseGet(() -> home().resolve("shared"));
    }

    public Optional<Path> plugin() {
        return Optional.ofNullable(values.get("plugin")).map(Path::of).map(Path::toAbsolutePath);
    }

    public String node() {
        return values.getOrDefault("node", "node1");
    }

    public Optional<URI> baseUrl() {
        return Optional.ofNullable(values.get("base-url")).map(URI::create);
    }

    /** More projects, each as {@code KEY:Name}. */
    public List<String> projects() {
        return Arrays.stream(values.getOrDefault("projects", "").split(",")).map(String::strip).filter(project -> !project.isEmpty()).toList();
    }

    /** {@code --history-order id|created} and {@code --id-bank N}. */
    public HistorySettings history() {
        String order = values.getOrDefault("history-order", "id");
        if (!Set.of("id", "created").contains(order)) {
            throw new IllegalArgumentException("--history-order is id or created");
        }
        return new HistorySettings(order.equals("created"), Integer.parseInt(values.getOrDefault("id-bank", "0")));
    }

    public JiraDatabase.Options database() {
        return new JiraDatabase.Options(values.get("jdbc"), values.get("jdbc-user"), values.get("jdbc-password"), home());
    }
}
