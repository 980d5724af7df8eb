package org.intercomjira.conversation;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.intercomjira.connection.Connection;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Patience;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Finds conversations of a project's workspace by words, or by the customer's e-mail or name. */
@Component
public class ConversationSearch {
    private static final int MOST_FOUND = 20;
    private static final int LONGEST_QUERY = 200;

    private final IntercomRefusals refusals;
    private final IntercomClient intercom;
    private final IntercomEndpoints endpoints;
    private final ProjectSettingsService settings;

    public ConversationSearch(IntercomRefusals refusals, IntercomClient intercom, IntercomEndpoints endpoints, ProjectSettingsService settings) {
        this.refusals = refusals;
        this.intercom = intercom;
        this.endpoints = endpoints;
        this.settings = settings;
    }

    /** One conversation to choose. The name is null when there is none, the kind when there is no contact. */
    record Found(String conversationId, URI url, String subject, String contactKind, String contactName, String state, Instant updatedAt) {
    }

    /** @throws ApiException 409 without a connection that works; 422 nothing or too much is typed; 503 */
    List<Found> find(ProjectId project, String typed) {
        String query = typed == null ? "" : typed.strip();
        if (query.isEmpty() || query.length() > LONGEST_QUERY) {
            throw new ApiException(422, "search.query", String.valueOf(LONGEST_QUERY));
        }
        Connection connection = refusals.connection(project);
        Access access = refusals.access(connection);
        List<Conversation> found = refusals.valueOf(Patience.await(intercom.search(access, query, MOST_FOUND)), connection, access);
        boolean readable = settings.of(project).conversationViewEnabled();
        return found.stream().sorted(Comparator.comparing(Conversation::updatedAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .map(each -> found(each, connection, readable)).toList();
    }

    /** A subject that is the beginning of the message is message text. */
    private Found found(Conversation conversation, Connection connection, boolean readable) {
        boolean isMessage = conversation.excerpt().startsWith(conversation.subject());
        Contact contact = conversation.contact();
        boolean lead = contact != null && contact.kind() == Contact.Kind.LEAD;
        return new Found(conversation.id().value(), endpoints.conversationPage(connection.region(), connection.workspace(), conversation.id()),
                readable || !isMessage ? conversation.subject() : null, contact == null ? null : lead ? "lead" : "user",
                contact == null ? null : Contact.nameOf(contact.name(), null, contact.id(), lead),
                conversation.state().name().toLowerCase(Locale.ROOT), conversation.updatedAt());
    }
}
