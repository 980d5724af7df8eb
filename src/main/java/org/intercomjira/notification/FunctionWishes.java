package org.intercomjira.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.intercomjira.platform.IssueId;
import org.springframework.stereotype.Component;

/**
 * Where the post function of a transition leaves its wish for the event of the same transition, on this node: the function knows that a
 * note is wanted, the event knows what is to be told, and both must make one note.
 */
@Component
class FunctionWishes {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<IssueId, Left> left = new ConcurrentHashMap<>();

    FunctionWishes(Clock clock) {
        this.clock = clock;
    }

    private record Left(TransitionWish wish, long thread, Instant at) {
    }

    void leave(TransitionWish wish) {
        Instant now = clock.instant();
        left.values().removeIf(each -> each.at().plus(KEPT).isBefore(now));
        left.put(wish.issueId(), new Left(wish, Thread.currentThread().getId(), now));
    }

    /** Whether one may be waiting: asked before anything is read. */
    boolean mayBeFor(IssueId issue) {
        return left.containsKey(issue);
    }

    /**
     * The wish of the function that belongs to this change of status. What waits for another change of the issue is overtaken and
     * forgotten.
     */
    Optional<TransitionWish> take(IssueId issue, StatusChange status) {
        return Optional.ofNullable(left.remove(issue)).filter(this::isFresh).map(Left::wish)
                .filter(wish -> wish.isOf(status));
    }

    /** The wish of the function of a transition that has changed nothing, if it ran on this thread. */
    Optional<TransitionWish> takeOfNoChange(IssueId issue) {
        Left found = left.get(issue);
        boolean isIt = found != null && isFresh(found) && found.thread() == Thread.currentThread().getId()
                && found.wish().leadsNowhere();
        return isIt && left.remove(issue, found) ? Optional.of(found.wish()) : Optional.empty();
    }

    private boolean isFresh(Left each) {
        return !each.at().plus(KEPT).isBefore(clock.instant());
    }
}
