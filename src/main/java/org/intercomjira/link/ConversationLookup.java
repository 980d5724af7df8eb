package org.intercomjira.link;

import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Patience;
import org.intercomjira.platform.ApiException;
import org.springframework.stereotype.Component;

/** Reads a conversation with the token of the issue's own project, while a person waits. */
@Component
public class ConversationLookup {
    private final IntercomClient intercom;
    private final ConnectionService connections;

    public ConversationLookup(IntercomClient intercom, ConnectionService connections) {
        this.intercom = intercom;
        this.connections = connections;
    }

    /**
     * What Intercom shows of the conversation; empty when Intercom cannot be asked now, be it that it does not answer or
     * that the connection is broken.
     *
     * @throws ApiException 409 when the project is no longer connected; 422 when the conversation is not there, or not for the app user
     */
    Optional<Snapshot> read(Connection connection, ConversationId conversation) {
        if (connection.state() == ConnectionState.BROKEN) {
            return Optional.empty();
        }
        Access access = connections.access(connection.project()).orElseThrow(() -> new ApiException(409, "connection.missing"));
        Answer<Conversation> answer = Patience.await(intercom.conversation(access, conversation));
        if (answer instanceof Answer.Ok<Conversation> ok) {
            connections.recordSuccess(connection.project());
            return Optional.of(Snapshot.of(ok.value()));
        }
        judge(((Answer.Failed<Conversation>) answer).failure(), connection, access);
        return Optional.empty();
    }

    private void judge(Failure failure, Connection connection, Access access) {
        if (failure instanceof Failure.NotFound || failure instanceof Failure.Refused) {
            throw new ApiException(422, "link.conversation_not_found", connection.workspaceName());
        } else if (failure instanceof Failure.Forbidden) {
            throw new ApiException(422, "link.conversation_forbidden", connection.appUser().name());
        } else if (failure instanceof Failure.AuthorisationLost) {
            connections.markBroken(connection.project(), access, "authorisation_lost");
        } else if (failure instanceof Failure.NotSubscribed) {
            connections.markBroken(connection.project(), access, "not_subscribed");
        }
    }
}
