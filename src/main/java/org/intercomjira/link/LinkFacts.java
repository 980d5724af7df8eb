package org.intercomjira.link;

import java.time.Instant;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;

/**
 * What a list over many issues tells of a link.
 *
 * @param workspaceName null when it was not known
 * @param linkedBy      key of the Jira user who linked, null when nobody is known
 * @param state         {@code open}, {@code closed}, {@code snoozed}, {@code gone}, or {@code unknown} while the conversation has never been read
 * @param subject       null when it is not known
 * @param publicSubject the subject, unless it is made of words from the conversation
 */
public record LinkFacts(IssueId issue, WorkspaceId workspace, String workspaceName, Region region, ConversationId conversation,
                        String linkedBy, Instant linkedAt, String state, String subject, String publicSubject) {
}
