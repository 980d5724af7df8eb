package org.intercomjira.embedded.pages.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates below {@code /pages/templates} on the class path, parsed once. */
public final class Templates {
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    /** @param name the file's name without {@code .html} */
    public Html render(String name, Map<String, ?> values) {
        return parsed.computeIfAbsent(name, Templates::read).render(values);
    }

    private static Template read(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("/pages/templates/" + name + ".html")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no template " + name);
            }
            return Template.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
