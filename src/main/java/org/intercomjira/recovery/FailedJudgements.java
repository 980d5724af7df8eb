package org.intercomjira.recovery;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
    private final Clock clock;
    private final Map<Thread, Instant> underWay = new ConcurrentHashMap<>();
    private final Set<IssueId> unrecorded = ConcurrentHashMap.newKeySet();
    private volatile boolean isAnyIssue;

    public FailedJudgements(RecoveryWindows windows, Clock clock) {
        this.windows = windows;
        this.clock = clock;
    }

    /** This thread judges something from now on. */
    public void begins() {
        underWay.put(Thread.currentThread(), clock.instant());
    }

    /** This thread has judged it, or has said that it failed. */
    public void ends() {
        underWay.remove(Thread.currentThread());
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

    /**
     * Puts on record what is not. Fails as the database does, and while a judgement takes so long that a window before the last heartbeat
     * would not reach back to its change. One that hangs for an hour is given up: what happens after it needs a heartbeat, too.
     */
    void record() {
        Instant now = clock.instant();
        if (underWay.values().stream().anyMatch(since -> since.isBefore(now.minus(RecoveryTimes.SETTLE_TIME)) && since.isAfter(now.minus(RecoveryTimes.MAX_WINDOW)))) {
            throw new IllegalStateException("A change has not been judged for " + RecoveryTimes.SETTLE_TIME);
        }
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
