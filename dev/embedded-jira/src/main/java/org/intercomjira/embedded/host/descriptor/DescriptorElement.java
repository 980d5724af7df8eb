package org.intercomjira.embedded.host.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.PluginException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** An element of a plugin's descriptor. */
public record DescriptorElement(Element dom) {
    public String name() {
        return dom.getTagName();
    }

    public Optional<String> attribute(String name) {
        return Optional.of(dom.getAttribute(name)).filter(value -> !value.isEmpty());
    }

    /** The module key; present in every module. */
    public String key() {
        return required("key");
    }

    public String required(String name) {
        return attribute(name).orElseThrow(() -> new PluginException(this + " lacks the attribute " + name));
    }

    public List<String> attributeNames() {
        return IntStream.range(0, dom.getAttributes().getLength()).mapToObj(i -> ((Attr) dom.getAttributes().item(i)).getName()).toList();
    }

    public String text() {
        return dom.getTextContent().strip();
    }

    public List<DescriptorElement> children() {
        return IntStream.range(0, dom.getChildNodes().getLength()).mapToObj(i -> dom.getChildNodes().item(i))
                .filter(Element.class::isInstance).map(Element.class::cast).map(DescriptorElement::new).toList();
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
