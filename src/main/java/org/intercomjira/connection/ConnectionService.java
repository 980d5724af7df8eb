package org.intercomjira.connection;

import java.util.Optional;
import org.intercomjira.delivery.SenderHold;
import org.intercomjira.intercom.Access;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The connections of projects, from memory. */
@Component
public class ConnectionService implements SenderHold {
    /** The project's connection; answers from memory, also when there is none. */
    public Optional<Connection> find(ProjectId project) {
        return Optional.empty();
    }

    /** What opens the workspace of the project; empty when it is not connected. */
    public Optional<Access> access(ProjectId project) {
        return Optional.empty();
    }

    /**
     * Says that the project's token no longer works. Does nothing when another token has been stored since: the answer
     * to a call may arrive after a reconnect.
     *
     * @param used the access that Intercom refused
     */
    public void markBroken(ProjectId project, Access used, String reasonCode) {
    }

    /** As above for callers that do not know the access they used. */
    public void markBroken(ProjectId project, String reasonCode) {
    }

    /** Remembers that a call went well; kept in memory and written at most once a minute. */
    public void recordSuccess(ProjectId project) {
    }

    @Override
    public boolean isHeld(String sender) {
        return false;
    }
}
