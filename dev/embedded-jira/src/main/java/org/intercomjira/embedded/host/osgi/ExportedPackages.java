package org.intercomjira.embedded.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The packages that Jira exports to plugins, from {@code exported-packages.txt}; whatever is not there, no plugin can import. */
public final class ExportedPackages {
    private static final String FILE = "/org/intercomjira/embedded/host/exported-packages.txt";

    private ExportedPackages() {
    }

    /** All of them. */
    public static List<String> names() {
        try (InputStream file = ExportedPackages.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header() {
        return names().stream().map(ExportedPackages::withVersion).collect(Collectors.joining(","));
    }

    /** OSGi's own packages need their versions; of the others plugins must not ask for any. */
    private static String withVersion(String name) {
        return name.startsWith("org.osgi.framework") ? name + ";version=\"1.10\"" : name;
    }
}
