package org.intercomjira.embedded.host.spring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.intercomjira.embedded.host.PluginException;
import org.osgi.framework.Bundle;

/** The index that Spring Scanner left in the JAR at build time: components, imported services, exported services. */
public record ScanIndex(List<Entry> components, List<Entry> imports, List<Entry> exports) {
    private static final String FOLDER = "META-INF/plugin-components/";
    private static final String CONTEXT = "META-INF/spring/plugin-context.xml";
    private static final Pattern BEANS_OF_ITS_OWN = Pattern.compile("<(?:\\w+:)?(bean|component-scan|annotation-config|import)\\b");

    /**
     * A line of the index.
     *
     * @param className the class or interface
     * @param rest      what follows {@code #}: the bean's name, or the exported interfaces; empty when there is none
     */
    public record Entry(String className, String rest) {
        static Entry of(String line) {
            int hash = line.indexOf('#');
            return hash < 0 ? new Entry(line, "") : new Entry(line.substring(0, hash), line.substring(hash + 1));
        }

        List<String> interfaces() {
            return Arrays.stream(rest.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
        }
    }

    /**
     * Reads the index; all empty when the JAR has no {@value #CONTEXT}.
     *
     * @throws PluginException when the context asks for an index that is not there, or for more than an index
     */
    public static ScanIndex read(Bundle bundle) {
        String context = text(bundle, CONTEXT);
        if (BEANS_OF_ITS_OWN.matcher(context).find()) {
            throw new PluginException(CONTEXT + " may hold <atlassian-scanner:scan-indexes/> only");
        }
        if (!context.contains("scan-indexes")) {
            return new ScanIndex(List.of(), List.of(), List.of());
        }
        if (bundle.getEntry(FOLDER + "component") == null) {
            throw new PluginException(CONTEXT + " asks for scan-indexes, but the JAR has no " + FOLDER + "component."
                    + " Was the annotation processor on the processor path when it was compiled?");
        }
        return new ScanIndex(entries(bundle, "component"), entries(bundle, "imports"), entries(bundle, "exports"));
    }

    private static List<Entry> entries(Bundle bundle, String file) {
        return text(bundle, FOLDER + file).lines().map(String::strip).filter(line -> !line.isEmpty()).map(Entry::of).toList();
    }

    private static String text(Bundle bundle, String path) {
        URL entry = bundle.getEntry(path);
        if (entry == null) {
            return "";
        }
        try (InputStream content = entry.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PluginException(path + " cannot be read", e);
        }
    }
}
