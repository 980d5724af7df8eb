package org.intercomjira.embedded.host.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.intercomjira.embedded.host.PluginException;

/** Whether web-resources depend on known ones, and whether their scripts ask for texts that exist and will be put in. */
record WebResourceCheck(PluginContent content, PluginDescriptor descriptor, Set<String> knownTexts) {
    private static final String FILE = "/org/intercomjira/embedded/host/known-web-resources.txt";
    private static final Pattern GET_TEXT = Pattern.compile("AJS\\.I18n\\.getText\\(\\s*([\"'])(.*?)\\1");

    void check() {
        Set<String> known = knownResources();
        descriptor.modules("web-resource").forEach(module -> {
            module.children("dependency").stream().map(DescriptorElement::text).filter(key -> !isKnown(key, known)).findFirst().ifPresent(key -> {
                throw new PluginException(module + ": unknown web-resource " + key);
            });
            module.children("resource").forEach(resource -> checkScript(module, resource));
            module.children("transformation").forEach(WebResourceCheck::checkTransformation);
        });
    }

    private boolean isKnown(String key, Set<String> known) {
        String own = descriptor.key() + ":";
        return key.startsWith(own) ? descriptor.module("web-resource", key.substring(own.length())).isPresent() : known.contains(key);
    }

    private static void checkTransformation(DescriptorElement transformation) {
        transformation.children("transformer").stream().map(DescriptorElement::key).filter(key -> !key.equals("jsI18n")).findFirst().ifPresent(key -> {
            throw new PluginException(transformation + ": unknown transformer " + key);
        });
    }

    private void checkScript(DescriptorElement module, DescriptorElement resource) {
        String file = resource.required("location");
        Matcher use = GET_TEXT.matcher(file.endsWith(".js") ? content.text(file).orElse("") : "");
        while (use.find()) {
            if (module.child("transformation").isEmpty()) {
                throw new PluginException(file + " asks for texts, but " + module + " has no transformation with jsI18n");
            }
            if (!knownTexts.contains(use.group(2))) {
                throw new PluginException(file + ": the plugin's i18n files have no text " + use.group(2));
            }
        }
    }

    private static Set<String> knownResources() {
        try (InputStream file = WebResourceCheck.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
