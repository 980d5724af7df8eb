package org.intercomjira.acceptance.soak;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.acceptance.face.Reply;

/** What Jira answered to the edits. */
final class Answers {
    private static final int MOVED = 204;
    private final AtomicInteger moved = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger missing = new AtomicInteger();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();

    /** True when the issue was moved. */
    boolean count(Reply reply) {
        if (reply.status() == MOVED) {
            moved.incrementAndGet();
            return true;
        }
        refused.incrementAndGet();
        refusals.add(reply.status());
        return false;
    }

    void countMissing() {
        missing.incrementAndGet();
    }

    int moved() {
        return moved.get();
    }

    int refused() {
        return refused.get();
    }

    int missing() {
        return missing.get();
    }

    @Override
    public String toString() {
        return moved + " moved, " + refused + " refused " + refusals + ", " + missing + " without an answer";
    }
}
