package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.event.operation.SpanningOperation;
import java.util.UUID;

/** How an operation is announced: alone or as a part of a bulk change (null when alone), and whether mails were wanted. */
public record Manner(SpanningOperation spanning, boolean sendMail) {
    public static final Manner ALONE = new Manner(null, true);

    /** For all issues of one bulk change. */
    public static Manner bulk(boolean sendMail) {
        return new Manner(new SpanningOperation("BULK", UUID.randomUUID().toString()), sendMail);
    }
}
