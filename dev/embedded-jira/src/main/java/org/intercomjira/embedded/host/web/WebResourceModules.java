package org.intercomjira.embedded.host.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.text.ScriptTexts;

/** A plugin's web-resources: which belong to a page, and their files. */
public final class WebResourceModules {
    private final PluginDescriptor descriptor;
    private final PluginContent content;
    private final ScriptTexts texts;

    public WebResourceModules(PluginDescriptor descriptor, PluginContent content, ScriptTexts texts) {
        this.descriptor = descriptor;
        this.content = content;
        this.texts = texts;
    }

    /** A file of a web-resource by its address below {@code /download/resources/}. */
    record File(String address, boolean isScript) {
    }

    /** The files of the modules that belong to one of these contexts or are required by key, each after those that it depends on. */
    List<File> filesFor(Set<String> contexts, Set<String> requiredKeys) {
        Predicate<DescriptorElement> isWanted = module -> requiredKeys.contains(completeKey(module))
                || module.children("context").stream().map(DescriptorElement::text).anyMatch(contexts::contains);
        Set<DescriptorElement> ordered = new LinkedHashSet<>();
        descriptor.modules("web-resource").stream().filter(isWanted).forEach(module -> addAfterDependencies(module, ordered, new LinkedHashSet<>()));
        return ordered.stream().flatMap(this::files).toList();
    }

    private void addAfterDependencies(DescriptorElement module, Set<DescriptorElement> ordered, Set<DescriptorElement> underWay) {
        if (!underWay.add(module)) {
            return;
        }
        module.children("dependency").stream().map(DescriptorElement::text).map(this::own).flatMap(Optional::stream)
                .forEach(dependency -> addAfterDependencies(dependency, ordered, underWay));
        ordered.add(module);
    }

    /** Whether a module has this complete key. */
    public boolean has(String completeKey) {
        return own(completeKey).isPresent();
    }

    private Optional<DescriptorElement> own(String completeKey) {
        return descriptor.modules("web-resource").stream().filter(module -> completeKey(module).equals(completeKey)).findFirst();
    }

    private Stream<File> files(DescriptorElement module) {
        return module.children("resource").stream().map(resource -> resource.required("name")).filter(name -> name.endsWith(".js") || name.endsWith(".css"))
                .map(name -> new File(completeKey(module) + "/" + name, name.endsWith(".js")));
    }

    private String completeKey(DescriptorElement module) {
        return descriptor.key() + ":" + module.key();
    }

    /** The bytes of a module's file, scripts with their texts put in. A resource whose name ends in a slash is a folder. */
    Optional<byte[]> bytes(String completeKey, String name) {
        return own(completeKey).flatMap(module -> module.children("resource").stream().filter(resource -> matches(resource.required("name"), name)).findFirst()
                .flatMap(resource -> content.bytes(resource.required("location") + rest(resource.required("name"), name)))
                .map(bytes -> name.endsWith(".js") && module.child("transformation").isPresent() ? transformed(bytes) : bytes));
    }

    private static boolean matches(String resource, String name) {
        return resource.equals(name) || resource.endsWith("/") && name.startsWith(resource) && !name.contains("..");
    }

    private static String rest(String resource, String name) {
        return resource.endsWith("/") ? name.substring(resource.length()) : "";
    }

    private byte[] transformed(byte[] script) {
        return texts.transform(new String(script, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
