package org.intercomjira.conversation;

import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** Turns what Intercom refuses while a person waits into the answer for that person. */
@Component
class IntercomRefusals {
    private final ConnectionService connections;

    IntercomRefusals(ConnectionService connections) {
        this.connections = connections;
    }

    /** @throws ApiException 409 when the project has no connection that works */
    Connection connection(ProjectId project) {
        Connection connection = connections.find(project).orElseThrow(() -> new ApiException(409, "connection.missing"));
        if (connection.state() == ConnectionState.BROKEN) {
            throw new ApiException(409, "connection.broken");
        }
        return connection;
    }

    /** @throws ApiException 409 when the project is no longer connected */
    Access access(Connection connection) {
        return connections.access(connection.project()).orElseThrow(() -> new ApiException(409, "connection.missing"));
    }

    /**
     * The value of the answer.
     *
     * @throws ApiException 404 conversation.gone, 409 conversation.forbidden or connection.broken, 422 conversation.refused, 503 intercom.unavailable
     */
    <T> T valueOf(Answer<T> answer, Connection connection, Access access) {
        if (answer instanceof Answer.Ok<T> ok) {
            connections.recordSuccess(connection.project());
            return ok.value();
        }
        throw refusal(((Answer.Failed<T>) answer).failure(), connection, access);
    }

    private ApiException refusal(Failure failure, Connection connection, Access access) {
        if (failure instanceof Failure.NotFound) {
            return new ApiException(404, "conversation.gone");
        } else if (failure instanceof Failure.Forbidden) {
            return new ApiException(409, "conversation.forbidden", connection.appUser().name());
        } else if (failure instanceof Failure.Refused) {
            return new ApiException(422, "conversation.refused");
        } else if (failure instanceof Failure.AuthorisationLost) {
            connections.markBroken(connection.project(), access, "authorisation_lost");
            return new ApiException(409, "connection.broken");
        } else if (failure instanceof Failure.NotSubscribed) {
            connections.markBroken(connection.project(), access, "not_subscribed");
            return new ApiException(409, "connection.broken");
        }
        return new ApiException(503, "intercom.unavailable");
    }
}
