package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.event.operation.SpanningOperation;
import java.util.UUID;

/** How an operation is announced: alone or as a part of a bulk change (null when alone), and whether mails were wanted, and whether there are events at all. */
public record Manner(SpanningOperation spanning, boolean sendMail, boolean dispatched) {
    public static final Manner ALONE = new Manner(null, true, true);
    /** As a script does with EventDispatchOption.DO_NOT_DISPATCH. */
    public static final Manner BY_SCRIPT = new Manner(null, false, false);

    /** For all issues of one bulk change. */
    public static Manner bulk(boolean sendMail) {
        return new Manner(new SpanningOperation("BULK", UUID.randomUUID().toString()), sendMail, true);
    }

    /** Whether the person did not want anybody to be told. */
    boolean silent() {
        return !dispatched || !sendMail;
    }
}
