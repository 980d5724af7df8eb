package org.intercomjira.conversation;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.intercomjira.delivery.LeaseTimes;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;
import org.intercomjira.platform.IssueLink;
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
        return URI.create(issue + "#" + fragment(draft));
    }

    private static String fragment(Draft draft) {
        return "part-" + draft.id();
    }

    /** What a look at a conversation says about something that may have been sent to it. */
    enum Arrival {
        THERE, MISSING,
        /** It is not among what Intercom shows, and may be among what Intercom does not show. */
        UNCLEAR
    }

    /**
     * Whether the note is there already, by whichever author: the app user, the issue's key or Jira's base URL may have changed since it
     * was written, see {@link IssueLink#names}.
     */
    static Arrival ofNote(Conversation conversation, Draft draft, URI issue) {
        return conversation.parts().stream().filter(Part::isNote)
                .anyMatch(part -> IssueLink.firstIn(part.body()).filter(link -> link.names(issue, fragment(draft))).isPresent()) ? Arrival.THERE : Arrival.MISSING;
    }

    /**
     * Whether the reply is there already. A customer must not see marks of ours, so it is known by its time and its words, and by not being
     * the customer's: the app user may have changed since it was written. Of two equal replies in a row the second may be taken for sent
     * when its outcome was unknown.
     */
    static Arrival ofReply(Conversation conversation, Draft draft) {
        Instant earliest = draft.createdAt().minus(LeaseTimes.MAX_CLOCK_DIFFERENCE);
        List<Part> since = conversation.parts().stream().filter(part -> part.createdAt() == null || !part.createdAt().isBefore(earliest)).toList();
        List<Part> candidates = since.stream().filter(part -> !part.isNote() && (part.author() == null || !part.author().isContact())).toList();
        String words = words(html(draft.body()));
        if (candidates.stream().anyMatch(part -> part.body() != null && words(part.body()).equals(words))) {
            return Arrival.THERE;
        }
        boolean isCut = conversation.allParts() > conversation.parts().size() && since.size() == conversation.parts().size();
        return isCut || candidates.stream().anyMatch(PartText::isEmptied) ? Arrival.UNCLEAR : Arrival.MISSING;
    }

    /** A teammate may have taken the text out of a reply. */
    private static boolean isEmptied(Part part) {
        return part.type().equals("comment") && (part.body() == null || part.body().isBlank()) && part.attachments().isEmpty();
    }

    /** White space is what Intercom may change. */
    private static String words(String html) {
        return Normalizer.normalize(Jsoup.parse(html).text(), Normalizer.Form.NFC).replaceAll("[\\p{Z}\\p{C}]+", "");
    }
}
