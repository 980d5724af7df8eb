package org.intercomjira.link;

import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.intercom.ConversationAddress.Id;
import org.intercomjira.intercom.ConversationAddress.Located;
import org.intercomjira.intercom.ConversationAddress.Parsed;
import org.intercomjira.intercom.ConversationAddress.Unusable;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.platform.ApiException;

/** Decides what may be linked. */
final class LinkRules {
    /** The issue property has room for this many ids of the longest kind, and a person for far fewer. */
    static final int MOST_LINKS = 500;

    private LinkRules() {
    }

    /**
     * The conversation that the address names.
     *
     * @throws ApiException 422 when it names none, or one of another region or workspace than the project's
     */
    static ConversationId conversation(Parsed address, Connection connection) {
        if (address instanceof Id id) {
            return id.conversation();
        }
        if (address instanceof Located located) {
            return conversation(located, connection);
        }
        throw new ApiException(422, ((Unusable) address).reason());
    }

    private static ConversationId conversation(Located located, Connection connection) {
        if (located.region() != connection.region()) {
            throw new ApiException(422, "link.other_region", located.region().name(), connection.workspaceName(), connection.region().name());
        }
        located.workspace().filter(workspace -> !workspace.equals(connection.workspace())).ifPresent(other -> {
            throw new ApiException(422, "link.other_workspace", other.value(), connection.workspaceName());
        });
        return located.conversation();
    }

    /** @throws ApiException 409 when the issue has this link, or too many of them */
    static void checkRoom(List<Link> links, Connection connection, ConversationId conversation) {
        if (links.stream().anyMatch(link -> link.workspace().equals(connection.workspace()) && link.conversation().equals(conversation))) {
            throw exists();
        }
        if (links.size() >= MOST_LINKS) {
            throw new ApiException(409, "link.too_many", String.valueOf(MOST_LINKS));
        }
    }

    static ApiException exists() {
        return new ApiException(409, "link.exists");
    }
}
