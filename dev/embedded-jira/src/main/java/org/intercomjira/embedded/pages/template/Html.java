package org.intercomjira.embedded.pages.template;

/** Markup that is written as it is. Only templates, and the plugins' own fragments, make it. */
public record Html(String text) {
    public static final Html NONE = new Html("");

    public static Html join(Iterable<Html> parts) {
        StringBuilder joined = new StringBuilder();
        parts.forEach(part -> joined.append(part.text()));
        return new Html(joined.toString());
    }

    /** The text with everything that means something in HTML written as a character reference. */
    public static Html escaped(String text) {
        return new Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;"));
    }
}
