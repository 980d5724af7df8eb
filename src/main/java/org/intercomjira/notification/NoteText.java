package org.intercomjira.notification;

import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.intercomjira.platform.VisibleText;

/** Writes notes in the HTML that Intercom keeps: p, br, b, i and a. Everything that a person wrote is escaped. */
final class NoteText {
    private static final String PREFIX = "intercom.notification.note.";

    private final Phrases phrases;

    NoteText(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The issue that a note is about, and where its key leads. */
    record Subject(String key, String summary, URI address) {
    }

    /**
     * Tells all of it in one note: the first sentence names the issue, the others go on from it.
     *
     * @param comment the comment as HTML that Intercom keeps; empty when it has no text
     */
    String of(NotePayload payload, Telling told, Subject subject, String comment) {
        List<String> sentences = new ArrayList<>();
        if (told.assignee()) {
            sentences.add(assigned(payload, subject, sentences.isEmpty()));
        }
        if (told.status()) {
            sentences.add(sentence("transitioned", payload, subject, sentences.isEmpty(), named(payload.fromStatus()), named(payload.toStatus())));
        }
        if (told.comment()) {
            sentences.add(sentence("commented", payload, subject, sentences.isEmpty()));
        }
        return "<p>" + String.join("<br>", sentences) + "</p>" + (told.comment() ? comment : "");
    }

    String linked(String actor, Subject subject) {
        return "<p>" + phrase("linked", whole(actor, subject)) + "</p>";
    }

    String unlinked(String actor, Subject subject) {
        return "<p>" + phrase("unlinked", whole(actor, subject)) + "</p>";
    }

    String readMore() {
        return phrases.phrase(PREFIX + "more");
    }

    /** In place of a comment that could not be rendered. */
    String notShown(URI comment) {
        return "<p>" + phrase("notShown", List.of("<a href=\"" + escape(comment.toString()) + "\">" + escape(phrases.phrase(PREFIX + "read")) + "</a>")) + "</p>";
    }

    private String assigned(NotePayload payload, Subject subject, boolean isFirst) {
        if (isNobody(payload.toPerson())) {
            return sentence("unassigned", payload, subject, isFirst, bold(person(payload.fromPerson())));
        } else if (isNobody(payload.fromPerson())) {
            return sentence("assigned", payload, subject, isFirst, bold(person(payload.toPerson())));
        }
        return sentence("reassigned", payload, subject, isFirst, bold(person(payload.toPerson())), escape(person(payload.fromPerson())));
    }

    /** The first sentence says who and what; the others have phrases of their own that go on from there. */
    private String sentence(String key, NotePayload payload, Subject subject, boolean isFirst, String... gaps) {
        List<String> all = new ArrayList<>();
        if (isFirst) {
            all.addAll(whole(payload.actor(), subject));
        }
        all.addAll(List.of(gaps));
        return phrase(isFirst ? key : key + ".too", all);
    }

    private List<String> whole(String actor, Subject subject) {
        return List.of(bold(person(actor)), "<a href=\"" + escape(subject.address().toString()) + "\">" + escape(subject.key()) + "</a>",
                "<i>" + escape(VisibleText.or(subject.summary(), phrases.phrase(PREFIX + "noSummary"))) + "</i>");
    }

    private String phrase(String key, List<String> gaps) {
        return phrases.phrase(PREFIX + key, gaps.toArray(Serializable[]::new));
    }

    /** There may be somebody of whose name nothing can be seen. */
    private static boolean isNobody(String name) {
        return name == null || name.isEmpty();
    }

    private String person(String name) {
        return VisibleText.or(name, phrases.phrase(PREFIX + "somebody"));
    }

    private String named(String name) {
        return escape(VisibleText.or(name, phrases.phrase(PREFIX + "unnamed")));
    }

    private static String bold(String name) {
        return "<b>" + escape(name) + "</b>";
    }

    /** Text as HTML. What is no text becomes a space. */
    static String escape(String text) {
        return text == null ? "" : Characters.clean(text).codePoints().mapToObj(NoteText::escape).collect(Collectors.joining());
    }

    private static String escape(int character) {
        return switch (character) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> Character.toString(character);
        };
    }
}
