package org.intercomjira.link;

import java.time.Instant;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/**
 * An issue and a conversation belong together.
 *
 * @param project  where the issue was when this was last written; ask the issue itself before deciding anything by it
 * @param linkedBy key of the Jira user who linked
 * @param origin   which way the link was made
 * @param gone     Intercom no longer has the conversation
 */
public record Link(long id, IssueId issue, ProjectId project, WorkspaceId workspace, ConversationId conversation,
                   String linkedBy, Instant linkedAt, String origin, boolean gone) {
    /** Made by a person in Jira or by a script over REST. */
    public static final String FROM_JIRA = "jira";
}
