package org.intercomjira.acceptance.face;

/** A note in a conversation, as Intercom keeps it. */
public record Note(String authorId, String html) {
    /** What a teammate reads. */
    public String text() {
        return html.replaceAll("<br/?>|</p>|</li>", " ").replaceAll("<[^>]+>", "").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
                .replace("&quot;", "\"").replace("&#39;", "'").replaceAll("\\s+", " ").strip();
    }
}
