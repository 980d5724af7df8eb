package org.intercomjira.embedded.host.velocity;

import java.util.regex.Pattern;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/** Escapes what a template inserts unless its name says that it is HTML; stops at a reference to nothing, which Jira would print as it is written. */
final class HtmlEscape implements ReferenceInsertionEventHandler {
    private static final Pattern IS_HTML = Pattern.compile(".*Html(\\(\\))?}?$", Pattern.DOTALL);

    @Override
    public Object referenceInsert(String reference, Object value) {
        if (value == null) {
            if (reference.startsWith("$!")) {
                return null;
            }
            throw new GuardedUberspect.Refused("The template refers to " + reference + ", which is nothing");
        }
        return IS_HTML.matcher(reference).matches() ? value : escape(value.toString());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
