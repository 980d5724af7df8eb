package org.intercomjira.acceptance.soak;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.acceptance.face.Reply;

/** What Jira answered to the edits. */
final class Answers {
    private static final Set<Integer> DONE = Set.of(201, 204);
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger missing = new AtomicInteger();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();

    /** True when the edit was made. */
    boolean count(Reply reply) {
        if (DONE.contains(reply.status())) {
            made.incrementAndGet();
            return true;
        }
        refused.incrementAndGet();
        refusals.add(reply.status());
        return false;
    }

    void countMissing() {
        missing.incrementAndGet();
    }

    int made() {
        return made.get();
    }

    int refused() {
        return refused.get();
    }

    int missing() {
        return missing.get();
    }

    @Override
    public String toString() {
        return made + " edits, " + refused + " refused " + refusals + ", " + missing + " without an answer";
    }
}
