package org.intercomjira.conversation;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;
import org.intercomjira.platform.SafeHtml;

/** Puts a conversation into the words of a page: who, when, what happened. */
final class ThreadViews {
    /** Parts that say nothing but their text, and parts that say nothing to people. */
    private static final Set<String> PLAIN = Set.of("opening", "comment", "quick_reply", "note");

    private ThreadViews() {
    }

    static ThreadView of(Conversation conversation, URI page) {
        List<Part> parts = Stream.concat(Stream.ofNullable(conversation.opening()), conversation.parts().stream()).toList();
        Contact contact = conversation.contact();
        ThreadView.PersonView customer = contact == null ? null
                : person(new Author(contact.kind() == Contact.Kind.LEAD ? "lead" : "user", contact.id(), contact.name(), null));
        return new ThreadView(conversation.id().value(), conversation.subject(), conversation.state().name().toLowerCase(Locale.ROOT), page, customer,
                conversation.allParts() - conversation.parts().size(), parts.stream().map(part -> entry(part, parts)).toList());
    }

    private static ThreadView.EntryView entry(Part part, List<Part> all) {
        String html = SafeHtml.clean(part.body());
        String event = PLAIN.contains(part.type()) ? null : part.type();
        String kind = part.type().equals("note") ? "note" : event == null ? "message" : "event";
        return new ThreadView.EntryView(part.id(), kind, event, person(part.author()), nameOf(part.assignee(), all), part.createdAt(), html,
                part.attachments().stream().filter(file -> file.url().matches("(?i)https?://.*"))
                        .map(file -> new ThreadView.FileView(file.name(), file.url(), file.size())).toList());
    }

    private static ThreadView.PersonView person(Author author) {
        if (author == null) {
            return new ThreadView.PersonView("other", null);
        }
        String kind = switch (author.type()) {
            case "user", "contact" -> "user";
            case "lead" -> "lead";
            case "admin", "team" -> "teammate";
            case "bot" -> "bot";
            default -> "other";
        };
        return new ThreadView.PersonView(kind, Contact.nameOf(author.name(), null, author.id(), kind.equals("lead")));
    }

    /** Intercom gives the id only; most who are assigned have written something, too. */
    private static String nameOf(String id, List<Part> all) {
        return id == null ? null : all.stream().map(Part::author).filter(Objects::nonNull).filter(author -> id.equals(author.id()))
                .map(Author::name).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
