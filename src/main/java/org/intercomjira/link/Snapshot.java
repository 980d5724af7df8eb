package org.intercomjira.link;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.platform.VisibleText;
import org.intercomjira.settings.VisibleFields;

/**
 * What an issue's panel shows of a conversation, as it was when it was last read. Kept small, and without any personal data but the
 * contact's name and the fields that the project shows: whoever sees the issue sees this.
 *
 * @param version     of this shape; a stored one with an unknown version is read again from Intercom
 * @param subject     null when there is none that can be seen; the excerpt, too
 * @param contactName null when Intercom has none
 * @param contactKind {@code user} or {@code lead}, null without a contact
 * @param state       {@code open}, {@code closed} or {@code snoozed}
 * @param updatedAt   null when Intercom does not say
 * @param person      details of the contact; null while they have not been asked for
 * @param companies   of the contact; null while they have not been asked for
 */
record Snapshot(int version, String subject, String excerpt, String contactName, String contactKind, String state,
                Long updatedAt, Details person, List<Details> companies) {
    /** Version 1 had no details; everything else is as it was. */
    static final int VERSION = 2;
    private static final int LONGEST_TEXT = 250;
    private static final Gson GSON = new Gson();

    Snapshot {
        subject = VisibleText.orNull(subject);
        excerpt = VisibleText.orNull(excerpt);
        contactName = VisibleText.orNull(contactName);
    }

    static Snapshot of(Conversation conversation) {
        Optional<Contact> contact = Optional.ofNullable(conversation.contact());
        return new Snapshot(VERSION, Details.cut(conversation.subject(), LONGEST_TEXT), Details.cut(conversation.excerpt(), LONGEST_TEXT),
                contact.map(Snapshot::nameOf).map(name -> Details.cut(name, LONGEST_TEXT)).orElse(null),
                contact.map(Contact::kind).map(Snapshot::code).orElse(null),
                code(conversation.state()), millis(conversation.updatedAt()), null, null);
    }

    String toJson() {
        return GSON.toJson(this);
    }

    /** The stored snapshot; empty when there is none, or one of an unknown shape. */
    static Optional<Snapshot> fromJson(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, Snapshot.class)).filter(read -> read.version == VERSION || read.version == 1);
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The same with what was asked of the contact. */
    Snapshot with(Contacts.Answered asked) {
        String kind = asked.kind() == null ? contactKind : asked.kind();
        String name = asked.person().name() == null ? contactName : asked.person().name();
        return new Snapshot(VERSION, subject, excerpt, name, kind, state, updatedAt, asked.person(), asked.companies());
    }

    /** The same with an earlier snapshot's details, when this one has none. */
    Snapshot keepingDetailsOf(Snapshot earlier) {
        if (person != null || earlier.person == null) {
            return this;
        }
        return new Snapshot(VERSION, subject, excerpt, contactName == null ? earlier.contactName : contactName,
                earlier.contactKind, state, updatedAt, earlier.person, earlier.companies);
    }

    boolean hasDetails() {
        return person != null || contactKind == null;
    }

    /** The same without anything that was written in the conversation: a subject may be the first words of a message. */
    Snapshot withoutMessageText() {
        boolean subjectIsMessage = subject != null && excerpt != null && excerpt.startsWith(subject);
        return new Snapshot(version, subjectIsMessage ? null : subject, null, contactName, contactKind, state, updatedAt, person, companies);
    }

    /** The same with no more details than the fields that are to be shown now: they may have been more when it was made. */
    Snapshot showing(VisibleFields fields) {
        List<String> ofPerson = "lead".equals(contactKind) ? fields.lead() : fields.user();
        return new Snapshot(version, subject, excerpt, contactName, contactKind, state, updatedAt, person == null ? null : person.only(ofPerson),
                companies == null || fields.company().isEmpty() ? List.of() : companies.stream().map(company -> company.only(fields.company())).toList());
    }

    private static String nameOf(Contact contact) {
        return Contact.nameOf(contact.name(), null, contact.id(), contact.kind() == Contact.Kind.LEAD);
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
