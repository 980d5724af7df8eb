package org.intercomjira.intercom;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.intercom.Conversation.State;
import org.intercomjira.platform.VisibleText;

/** Reads Intercom's answers. What the product cannot do without makes the answer unreadable; everything else may be missing. */
final class IntercomReader {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int LONGEST_EXCERPT = 200;
    private static final int LONGEST_BODY = 200_000;

    private IntercomReader() {
    }

    /**
     * Who a token belongs to.
     *
     * @param asked the region that was called: it stands when the answer names none
     */
    static Answer<Identity> identity(String body, Region asked) {
        JsonView me = JsonView.of(body);
        JsonView app = me.field("app");
        String id = me.text("id", LONGEST_NAME);
        String workspace = app.text("id_code", LONGEST_NAME);
        if (id == null || workspace == null) {
            return unreadable();
        }
        String code = app.text("region", LONGEST_NAME);
        Optional<Region> region = code == null ? Optional.of(asked) : Region.of(code);
        if (region.isEmpty()) {
            return new Answer.Failed<>(new Failure.Refused(200, "unknown_region", "The workspace is in an unknown region"));
        }
        Teammate teammate = new Teammate(new TeammateId(id), me.text("name", LONGEST_NAME), me.text("email", LONGEST_NAME),
            me.field("avatar").text("image_url", LONGEST_ADDRESS));
        return new Answer.Ok<>(new Identity(teammate, new WorkspaceId(workspace), app.text("name", LONGEST_NAME), region.get()));
    }

    static Answer<Conversation> conversation(String body) {
        return conversation(JsonView.of(body)).<Answer<Conversation>>map(Answer.Ok::new).orElseGet(IntercomReader::unreadable);
    }

    /** What a search found. */
    static Answer<List<Conversation>> conversations(String body) {
        JsonView json = JsonView.of(body);
        return !json.isObject() ? unreadable()
            : new Answer.Ok<>(json.field("conversations").elements().stream().flatMap(each -> conversation(each).stream()).toList());
    }

    private static Optional<Conversation> conversation(JsonView json) {
        String id = json.text("id", LONGEST_NAME);
        if (id == null || !ConversationId.isOne(id)) {
            return Optional.empty();
        }
        JsonView source = json.field("source");
        String excerpt = VisibleText.or(JsonView.cut(PlainText.of(source.text("body", LONGEST_BODY)), LONGEST_EXCERPT), "");
        String subject = Optional.ofNullable(json.text("title", LONGEST_NAME)).map(PlainText::of).filter(text -> !text.isBlank())
            .or(() -> Optional.ofNullable(source.text("subject", LONGEST_NAME)).map(PlainText::of).filter(text -> !text.isBlank()))
            .orElse(excerpt);
        List<Part> parts = parts(json);
        return Optional.of(new Conversation(new ConversationId(id), subject, excerpt, state(json), contact(json),
            json.time("created_at"), json.time("updated_at"), opening(json, source), parts, Math.max(parts.size(), count(json))));
    }

    /** Snoozed conversations say {@code open: true} too, so the state goes first. */
    private static State state(JsonView json) {
        String state = String.valueOf(json.text("state", LONGEST_NAME)).toLowerCase(Locale.ROOT);
        return switch (state) {
            case "open" -> State.OPEN;
            case "closed" -> State.CLOSED;
            case "snoozed" -> State.SNOOZED;
            default -> "false".equals(json.text("open", LONGEST_NAME)) ? State.CLOSED : State.OPEN;
        };
    }

    /** The list of contacts has ids only; name, e-mail and kind are the first author's, when the contact wrote first. */
    private static Contact contact(JsonView json) {
        JsonView author = json.field("source").field("author");
        String type = String.valueOf(author.text("type", LONGEST_NAME));
        String listed = json.field("contacts").field("contacts").elements().stream()
            .map(contact -> contact.text("id", LONGEST_NAME)).filter(id -> id != null).findFirst().orElse(null);
        boolean wroteFirst = List.of("user", "lead", "contact").contains(type);
        if (wroteFirst && author.text("id", LONGEST_NAME) != null) {
            return new Contact(author.text("id", LONGEST_NAME), type.equals("lead") ? Contact.Kind.LEAD : Contact.Kind.USER,
                author.text("name", LONGEST_NAME), author.text("email", LONGEST_NAME));
        }
        return listed == null ? null : new Contact(listed, Contact.Kind.USER, null, null);
    }

    private static List<Part> parts(JsonView json) {
        return json.field("conversation_parts").field("conversation_parts").elements().stream()
            .filter(JsonView::isObject).map(IntercomReader::part).toList();
    }

    private static Part part(JsonView json) {
        return new Part(json.text("id", LONGEST_NAME), Optional.ofNullable(json.text("part_type", LONGEST_NAME)).orElse("unknown"),
            json.text("body", LONGEST_BODY), json.time("created_at"), author(json.field("author")),
            json.field("assigned_to").text("id", LONGEST_NAME), attachments(json));
    }

    /** The first message is kept apart from the parts, and has no time of its own. */
    private static Part opening(JsonView json, JsonView source) {
        return !source.isObject() ? null : new Part(source.text("id", LONGEST_NAME), "opening", source.text("body", LONGEST_BODY),
            json.time("created_at"), author(source.field("author")), null, attachments(source));
    }

    private static int count(JsonView json) {
        String total = json.field("conversation_parts").text("total_count", LONGEST_NAME);
        return total != null && total.matches("\\d{1,9}") ? Integer.parseInt(total) : 0;
    }

    private static List<Part.Attachment> attachments(JsonView json) {
        return json.field("attachments").elements().stream().filter(file -> file.text("url", LONGEST_ADDRESS) != null)
            .map(file -> new Part.Attachment(file.text("name", LONGEST_NAME), file.text("url", LONGEST_ADDRESS),
                file.text("content_type", LONGEST_NAME), size(file.text("filesize", LONGEST_NAME)))).toList();
    }

    private static Long size(String bytes) {
        return bytes != null && bytes.matches("\\d{1,15}") ? Long.valueOf(bytes) : null;
    }

    private static Author author(JsonView json) {
        return json.isObject() ? new Author(Optional.ofNullable(json.text("type", LONGEST_NAME)).orElse("unknown"),
            json.text("id", LONGEST_NAME), json.text("name", LONGEST_NAME), json.text("email", LONGEST_NAME)) : null;
    }

    private static <T> Answer<T> unreadable() {
        return new Answer.Failed<>(new Failure.Unknown("unreadable_answer"));
    }
}
