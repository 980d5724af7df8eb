package org.intercomjira.embedded.host.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.osgi.framework.Bundle;

/** The files and classes of an installed plugin: the bundle's own entries, not those of its nested libraries. */
public record PluginContent(Bundle bundle) {
    /**
     * Loads a class that the descriptor names.
     *
     * @param where the element that names it, for the message
     * @throws PluginException when the bundle cannot see it
     */
    public Class<?> load(String name, String where) {
        try {
            return PluginContext.loaderOf(bundle).loadClass(name);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new PluginException(where + ": the class " + name + " cannot be loaded (" + e + ")", e);
        }
    }

    public boolean has(String path) {
        return bundle.getEntry(path) != null;
    }

    /** The bytes of a file; empty when it is not there or is a folder. */
    public Optional<byte[]> bytes(String path) {
        URL entry = path.endsWith("/") ? null : bundle.getEntry(path);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream stream = entry.openStream()) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new PluginException(path + " cannot be read", e);
        }
    }

    public Optional<String> text(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** Paths of all files with this ending, without a slash before them. */
    public List<String> filesEndingIn(String ending) {
        Enumeration<URL> found = bundle.findEntries("/", "*" + ending, true);
        return found == null ? List.of() : Collections.list(found).stream().map(URL::getPath).map(path -> path.substring(1)).sorted().toList();
    }
}
