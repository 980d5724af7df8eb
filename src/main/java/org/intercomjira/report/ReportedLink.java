package org.intercomjira.report;

import java.net.URI;
import java.time.Instant;
import org.intercomjira.platform.VisibleText;

/**
 * A link on an issue that the reader may see.
 *
 * @param summary  null when nothing can be seen of it
 * @param title    null when nothing may be told of the conversation, or nothing is known
 * @param state    as in {@link org.intercomjira.link.LinkFacts}
 * @param linkedBy name of the user, null when nobody is known
 */
record ReportedLink(String issueKey, String summary, String conversationId, String title, String state, String workspace, URI url,
                    String linkedBy, Instant linkedAt) {
    ReportedLink {
        summary = VisibleText.orNull(summary);
    }
}
