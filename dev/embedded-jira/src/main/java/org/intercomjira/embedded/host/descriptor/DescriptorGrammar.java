package org.intercomjira.embedded.host.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.embedded.host.PluginException;

/** Which elements and attributes a descriptor may have, from {@code descriptor-elements.txt}. */
public final class DescriptorGrammar {
    private static final String FILE = "/org/intercomjira/embedded/host/descriptor-elements.txt";
    private static final String ANY_MODULE = "*";

    private final Map<String, Rule> rules;

    private record Rule(Set<String> attributes, Set<String> requiredAttributes, Set<String> children, Set<String> requiredChildren) {
        static Rule of(String text) {
            String[] halves = text.split("\\|", -1);
            return new Rule(names(halves[0], false), names(halves[0], true), names(halves[1], false), names(halves[1], true));
        }

        private static Set<String> names(String words, boolean onlyRequired) {
            return Arrays.stream(words.strip().split("\\s+")).filter(word -> !word.isEmpty() && (!onlyRequired || word.endsWith("!")))
                    .map(word -> word.replace("!", "")).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    public DescriptorGrammar() {
        try (InputStream file = DescriptorGrammar.class.getResourceAsStream(FILE)) {
            rules = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> Rule.of(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds a whole descriptor against the grammar.
     *
     * @throws PluginException that names the first element or attribute that is unknown, missing or there twice
     */
    public void check(PluginDescriptor descriptor) {
        check(descriptor.root());
        Set<String> keys = new HashSet<>();
        for (DescriptorElement module : descriptor.modules()) {
            if (!keys.add(module.key())) {
                throw new PluginException("Two modules have the key " + module.key());
            }
        }
    }

    private void check(DescriptorElement element) {
        Rule rule = rules.get(element.name());
        requireAll(element, rule.requiredAttributes(), element.attributes().keySet(), "attribute");
        refuseOthers(element, element.attributes().keySet(), rule.attributes(), "unknown attribute");
        Set<String> children = element.children().stream().map(DescriptorElement::name).collect(Collectors.toCollection(LinkedHashSet::new));
        requireAll(element, rule.requiredChildren(), children, "element");
        boolean isRoot = rule.children().contains(ANY_MODULE);
        refuseOthers(element, children, isRoot ? rules.keySet() : rule.children(), isRoot ? "unknown module type" : "unknown element");
        element.children().forEach(this::check);
    }

    private static void requireAll(DescriptorElement element, Set<String> required, Set<String> there, String what) {
        required.stream().filter(name -> !there.contains(name)).findFirst().ifPresent(name -> {
            throw new PluginException(element + " lacks the " + what + " " + name);
        });
    }

    private static void refuseOthers(DescriptorElement element, Iterable<String> there, Set<String> known, String what) {
        for (String name : there) {
            if (!known.contains(name)) {
                throw new PluginException(PluginDescriptor.FILE + ": " + what + " " + name + " in " + element);
            }
        }
    }
}
