package org.intercomjira.embedded.jira.render;

/** HTML from texts. */
final class Markup {
    private Markup() {
    }

    /** The text with everything that means something in HTML written as a character reference. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
