package org.intercomjira.embedded.host.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.intercomjira.embedded.host.PluginException;
import org.xml.sax.SAXException;

/** A plugin's {@code atlassian-plugin.xml}. */
public record PluginDescriptor(DescriptorElement root) {
    public static final String FILE = "atlassian-plugin.xml";
    private static final Set<String> HEAD = Set.of("plugin-info", "resource");

    /** Reads it; says where it is no good XML. */
    public static PluginDescriptor parse(InputStream content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new PluginDescriptor(DescriptorElement.of(builder.parse(content).getDocumentElement()));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new PluginException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    public String key() {
        return root.key();
    }

    public String name() {
        return root.attribute("name").orElse(key());
    }

    public String version() {
        return root.child("plugin-info").flatMap(info -> info.child("version")).map(DescriptorElement::text).orElse("");
    }

    public List<DescriptorElement> modules() {
        return root.children().stream().filter(element -> !HEAD.contains(element.name())).toList();
    }

    public List<DescriptorElement> modules(String type) {
        return root.children(type);
    }

    public Optional<DescriptorElement> module(String type, String key) {
        return modules(type).stream().filter(module -> module.key().equals(key)).findFirst();
    }

    /** Locations of the plugin's text bundles, such as {@code i18n.acme}. */
    public Set<String> textBundles() {
        return root.children("resource").stream().filter(resource -> resource.required("type").equals("i18n"))
                .map(resource -> resource.required("location")).collect(Collectors.toSet());
    }
}
