package org.intercomjira.notification;

import java.net.URI;

/** Writes notes in the HTML that Intercom keeps: p, b, i and a. Everything that a person wrote is escaped. */
final class NoteText {
    private final Phrases phrases;

    NoteText(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Tells that an issue was moved.
     *
     * @param actor   display name, null for nobody
     * @param address where the key leads to
     */
    String transitioned(String actor, String key, URI address, String summary, String from, String to) {
        String who = actor == null ? phrases.phrase("intercom.notification.note.somebody") : actor;
        return "<p>" + phrases.phrase("intercom.notification.note.transitioned",
                "<b>" + escape(who) + "</b>",
                "<a href=\"" + escape(address.toString()) + "\">" + escape(key) + "</a>",
                "<i>" + escape(summary) + "</i>",
                escape(from), escape(to)) + "</p>";
    }

    /** Text as HTML. What is no text, control characters and halves of surrogate pairs, becomes a space. */
    static String escape(String text) {
        StringBuilder html = new StringBuilder();
        if (text != null) {
            text.codePoints().forEach(character -> append(html, character));
        }
        return html.toString();
    }

    private static void append(StringBuilder html, int character) {
        switch (character) {
            case '&' -> html.append("&amp;");
            case '<' -> html.append("&lt;");
            case '>' -> html.append("&gt;");
            case '"' -> html.append("&quot;");
            case '\'' -> html.append("&#39;");
            default -> html.appendCodePoint(isText(character) ? character : ' ');
        }
    }

    private static boolean isText(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
                && (character & 0xFFFE) != 0xFFFE;
    }
}
