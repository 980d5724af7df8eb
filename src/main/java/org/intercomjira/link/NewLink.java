package org.intercomjira.link;

import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/**
 * A link to be made.
 *
 * @param snapshot null when Intercom could not be asked: the link is then marked as not checked yet
 */
record NewLink(IssueId issue, ProjectId project, WorkspaceId workspace, String workspaceName, Region region,
               ConversationId conversation, String linkedBy, String origin, Snapshot snapshot) {
    /** The longest key that a unique column holds on every database. */
    private static final int LONGEST_KEY = 255;

    NewLink {
        if (keyOf(issue, workspace, conversation).length() > LONGEST_KEY) {
            throw new IllegalArgumentException("The workspace's id is too long to be stored");
        }
    }

    /** Names the tie: there is at most one of it. */
    String key() {
        return keyOf(issue, workspace, conversation);
    }

    static String keyOf(IssueId issue, WorkspaceId workspace, ConversationId conversation) {
        return issue.value() + ":" + workspace.value() + ":" + conversation.value();
    }
}
