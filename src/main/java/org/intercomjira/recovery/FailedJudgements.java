package org.intercomjira.recovery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.intercomjira.platform.IssueId;
import org.springframework.stereotype.Component;

/**
 * Issues of which something could not be judged on this node. While one of them is not on record in the database this node's
 * heartbeat stands still, so that another node opens a window if this one dies before it is.
 */
@Component
public class FailedJudgements {
    static final String CAUSE = "judgement_failed";
    /** Beyond that a window over everything is opened instead. */
    private static final int MAX_ISSUES = 10_000;

    private final RecoveryWindows windows;
    private final Set<IssueId> unrecorded = ConcurrentHashMap.newKeySet();
    private volatile boolean isAnyIssue;

    public FailedJudgements(RecoveryWindows windows) {
        this.windows = windows;
    }

    /** Never fails: the thread is that of the person who edits the issue. */
    public void failed(IssueId issue) {
        try {
            windows.open(issue, CAUSE);
        } catch (RuntimeException | LinkageError databaseIsAway) {
            if (unrecorded.size() < MAX_ISSUES) {
                unrecorded.add(issue);
            } else {
                isAnyIssue = true;
            }
        }
    }

    /** The same when nobody knows of which issue. */
    public void failed() {
        isAnyIssue = true;
    }

    /** Puts on record what is not. Fails as the database does. */
    void record() {
        if (isAnyIssue) {
            windows.openForAll(CAUSE);
            isAnyIssue = false;
        }
        for (IssueId issue : unrecorded) {
            windows.open(issue, CAUSE);
            unrecorded.remove(issue);
        }
    }
}
