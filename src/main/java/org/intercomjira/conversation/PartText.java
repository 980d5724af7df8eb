package org.intercomjira.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;
import org.intercomjira.intercom.TeammateId;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;

/** Writes what people typed in the HTML that Intercom keeps, and knows it again in a conversation. */
final class PartText {
    private PartText() {
    }

    /** Text as paragraphs; a line break stays one. */
    static String html(String typed) {
        return Arrays.stream(typed.strip().split("\\R\\s*\\R")).map(paragraph -> "<p>" + escape(paragraph.strip()).replaceAll("\\R", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    /** What is no text, control characters and halves of surrogate pairs, becomes a space. */
    static String escape(String text) {
        return Entities.escape(text.codePoints().map(code -> isText(code) ? code : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()).replace("\"", "&quot;");
    }

    private static boolean isText(int code) {
        return code == '\n' || code == '\r' || !Character.isISOControl(code) && Character.getType(code) != Character.SURROGATE;
    }

    /** The address behind the issue's key in a note: its fragment changes nothing in Jira and names the draft. */
    static URI address(URI issue, Draft draft) {
        return URI.create(issue + "#part-" + draft.id());
    }

    /** Whether the note is there already. The issue may have had another key when it was written. */
    static boolean hasNote(Conversation conversation, Draft draft) {
        return conversation.parts().stream().filter(part -> part.type().equals("note") && part.body() != null)
                .anyMatch(part -> part.body().contains("#part-" + draft.id() + "\""));
    }

    /**
     * Whether the reply is there already. A customer must not see marks of ours, so it is known by author, time and words: of two equal
     * replies in a row the second may be taken for sent when its outcome was unknown.
     */
    static boolean hasReply(Conversation conversation, Draft draft, TeammateId appUser) {
        String words = words(html(draft.body()));
        Instant earliest = draft.createdAt().minusSeconds(60);
        return conversation.parts().stream().filter(part -> part.author() != null && appUser.value().equals(part.author().id()))
                .filter(part -> part.createdAt() == null || !part.createdAt().isBefore(earliest))
                .map(Part::body).anyMatch(body -> body != null && words(body).equals(words));
    }

    private static String words(String html) {
        return Jsoup.parse(html).text().replaceAll("\\s+", " ").strip();
    }
}
