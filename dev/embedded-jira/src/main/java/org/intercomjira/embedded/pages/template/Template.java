package org.intercomjira.embedded.pages.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parsed template. {@code {{name}}} writes a value, {@code {{#name}}..{{/name}}} its content when the value is there (once for each element of a list of maps),
 * {@code {{^name}}..{{/name}}} when it is not. False, null, and empty texts and lists are not there.
 */
public final class Template {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/]?)(\\w+)}}");

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    /** @throws IllegalArgumentException when a section is not closed */
    public static Template parse(String source) {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", false, new ArrayList<>()));
        Matcher tag = TAG.matcher(source);
        int end = 0;
        while (tag.find()) {
            open.element().parts.add(new Text(source.substring(end, tag.start())));
            end = tag.end();
            accept(open, tag.group(1), tag.group(2));
        }
        open.element().parts.add(new Text(source.substring(end)));
        if (open.size() > 1) {
            throw new IllegalArgumentException("The section " + open.element().name + " is not closed");
        }
        return new Template(open.element().parts);
    }

    public Html render(Map<String, ?> values) {
        StringBuilder out = new StringBuilder();
        write(parts, values, out);
        return new Html(out.toString());
    }

    private static void accept(Deque<Open> open, String kind, String name) {
        switch (kind) {
            case "#", "^" -> open.push(new Open(name, kind.equals("^"), new ArrayList<>()));
            case "/" -> {
                Open section = open.pop();
                if (open.isEmpty() || !section.name.equals(name)) {
                    throw new IllegalArgumentException("{{/" + name + "}} closes the section " + section.name);
                }
                open.element().parts.add(section.closed());
            }
            default -> open.element().parts.add(new Value(name));
        }
    }

    private static void write(List<Part> parts, Map<String, ?> values, StringBuilder out) {
        parts.forEach(part -> part.write(values, out));
    }

    private static boolean isThere(Object value) {
        return !(value == null || Boolean.FALSE.equals(value) || value.equals("") || value.equals(List.of()) || value.equals(Html.NONE));
    }

    private sealed interface Part {
        void write(Map<String, ?> values, StringBuilder out);
    }

    private record Text(String text) implements Part {
        @Override
        public void write(Map<String, ?> values, StringBuilder out) {
            out.append(text);
        }
    }

    private record Value(String name) implements Part {
        @Override
        public void write(Map<String, ?> values, StringBuilder out) {
            Object value = values.get(name);
            if (value != null) {
                out.append(value instanceof Html html ? html.text() : Html.escaped(value.toString()).text());
            }
        }
    }

    private record Open(String name, boolean inverted, List<Part> parts) {
        Part closed() {
            return inverted ? new Absent(name, parts) : new Present(name, parts);
        }
    }

    private record Absent(String name, List<Part> parts) implements Part {
        @Override
        public void write(Map<String, ?> values, StringBuilder out) {
            if (!isThere(values.get(name))) {
                Template.write(parts, values, out);
            }
        }
    }

    private record Present(String name, List<Part> parts) implements Part {
        @Override
        public void write(Map<String, ?> values, StringBuilder out) {
            if (!isThere(values.get(name))) {
                return;
            }
            if (!(values.get(name) instanceof List<?> list)) {
                Template.write(parts, values, out);
                return;
            }
            for (Object element : list) {
                Map<String, Object> inner = new HashMap<>(values);
                ((Map<?, ?>) element).forEach((key, value) -> inner.put(key.toString(), value));
                Template.write(parts, inner, out);
            }
        }
    }
}
