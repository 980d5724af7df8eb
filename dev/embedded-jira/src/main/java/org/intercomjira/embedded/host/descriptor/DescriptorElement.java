package org.intercomjira.embedded.host.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.PluginException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * An element of a plugin's descriptor. It is read once: the document it comes from must not be asked by several requests at a time.
 *
 * @param text  of this element and all below it, without white space around it
 */
public record DescriptorElement(String name, Map<String, String> attributes, String text, List<DescriptorElement> children) {
    static DescriptorElement of(Element dom) {
        Map<String, String> attributes = new LinkedHashMap<>();
        NamedNodeMap found = dom.getAttributes();
        IntStream.range(0, found.getLength()).mapToObj(found::item).forEach(attribute -> attributes.put(attribute.getNodeName(), attribute.getNodeValue()));
        List<DescriptorElement> children = IntStream.range(0, dom.getChildNodes().getLength()).mapToObj(dom.getChildNodes()::item)
                .filter(Element.class::isInstance).map(Element.class::cast).map(DescriptorElement::of).toList();
        return new DescriptorElement(dom.getTagName(), Collections.unmodifiableMap(attributes), dom.getTextContent().strip(), children);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isEmpty());
    }

    /** The module key; present in every module. */
    public String key() {
        return required("key");
    }

    public String required(String name) {
        return attribute(name).orElseThrow(() -> new PluginException(this + " lacks the attribute " + name));
    }

    public List<DescriptorElement> children(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    public Optional<DescriptorElement> child(String name) {
        return children(name).stream().findFirst();
    }

    /** This element and all below it. */
    public Stream<DescriptorElement> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(DescriptorElement::all));
    }

    /** The {@code param} children as a map; their value is the attribute or the text. */
    public Map<String, String> params() {
        return children("param").stream().collect(Collectors.toMap(param -> param.required("name"), param -> param.attribute("value").orElseGet(param::text)));
    }

    public int weight() {
        return attribute("weight").map(Integer::parseInt).orElse(1000);
    }

    /** For messages. */
    @Override
    public String toString() {
        return "<" + name() + attribute("key").or(() -> attribute("name")).map(key -> " " + key).orElse("") + ">";
    }
}
