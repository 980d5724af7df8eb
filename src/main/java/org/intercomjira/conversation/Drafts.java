package org.intercomjira.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.intercomjira.connection.Connection;
import org.intercomjira.delivery.DeadLetters;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Progress;
import org.intercomjira.delivery.Sweeper;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.link.MoveListener;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people write to conversations, from being written to being there. It checks no permission. */
@Component
class Drafts implements MoveListener, Sweeper {
    static final String TYPE = "part";
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    /** Of one sweep: a look into the outbox for each, once a minute. */
    static final int PAGE = 50;
    /** So that a sweep is not in the way of what is being written and sent. */
    static final Duration SWEPT_AFTER = Duration.ofHours(1);

    private final DraftStore store;
    private final Outbox outbox;
    private final DeadLetters dead;
    private final LinkService links;
    private final Clock clock;
    private final AtomicLong sweptTo = new AtomicLong();

    Drafts(DraftStore store, Outbox outbox, DeadLetters dead, LinkService links, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.dead = dead;
        this.links = links;
        this.clock = clock;
    }

    /** A draft and what became of its message; the delivery is null when the outbox has forgotten it, a week after it was done. */
    record Sent(Draft draft, Progress delivery) {
        boolean isFailed() {
            return delivery != null && delivery.state() == Progress.State.DEAD;
        }
    }

    /** Stores text and message together: neither is there without the other. */
    Draft write(Link link, Connection connection, String author, Draft.Kind kind, String body) {
        return store.inTransaction(() -> {
            Draft draft = store.insert(link, author, kind, body, clock.instant());
            String workspace = link.workspace().value();
            outbox.enqueue(new Message(workspace, String.valueOf(connection.project().value()), workspace + ":" + link.conversation().value(),
                    draft.name(), TYPE, String.valueOf(draft.id())));
            links.markUnsent(link.id(), true);
            return draft;
        });
    }

    /** What is not there yet. Finds out, too, what an administrator has discarded, and what was delivered when the table could not be written. */
    List<Sent> unsentOf(Link link) {
        List<Sent> all = store.ofLink(link.id()).stream().map(draft -> new Sent(draft, outbox.find(draft.name()).orElse(null))).toList();
        all.stream().filter(sent -> isOver(sent.delivery())).forEach(sent -> forget(sent.draft()));
        return all.stream().filter(sent -> !isOver(sent.delivery())).toList();
    }

    Optional<Draft> find(long id) {
        return store.find(id);
    }

    /** What waits needs the new project's authorisation, see {@link PartPreparation}: the old one's may never come back. */
    @Override
    public void moved(Link link, ProjectId project) {
        String workspace = link.workspace().value();
        outbox.reassign(workspace, workspace + ":" + link.conversation().value(), message -> isFrom(link.issue(), message), String.valueOf(project.value()));
    }

    private boolean isFrom(IssueId issue, Message message) {
        return message.type().equals(TYPE) && store.find(Long.parseLong(message.payload())).filter(draft -> draft.issue().equals(issue)).isPresent();
    }

    /** It is there, or nobody wants it any more. */
    void forget(Draft draft) {
        store.delete(draft);
        if (store.ofLink(draft.link()).isEmpty()) {
            links.markUnsent(draft.link(), false);
        }
    }

    /** What has arrived has arrived: a table that cannot be written now must not make it be sent again. */
    void forgetDelivered(Draft draft) {
        try {
            forget(draft);
        } catch (RuntimeException e) {
            LOG.warn("What was written to a conversation and has arrived could not be removed: draft {}", draft.id(), new Trace(e));
        }
    }

    /**
     * Removes texts whose messages have ended, as people do not look at every issue again: those that an administrator discarded, those
     * that failed and were swept. A text is kept as long as its message waits, however old it is, and as long as it can be retried.
     */
    @Override
    public void sweep() {
        try {
            List<Draft> page = store.writtenBefore(clock.instant().minus(SWEPT_AFTER), sweptTo.get(), PAGE);
            page.forEach(this::sweep);
            sweptTo.set(page.size() < PAGE ? 0 : page.get(PAGE - 1).id());
        } catch (RuntimeException e) {
            LOG.warn("Texts of ended messages could not be looked for; tried again in a minute", new Trace(e));
        }
    }

    private void sweep(Draft draft) {
        try {
            if (isOver(outbox.find(draft.name()).orElse(null))) {
                forget(draft);
            }
        } catch (RuntimeException e) {
            LOG.warn("Draft {} could not be swept", draft.id(), new Trace(e));
        }
    }

    /** False when it is not dead (any more). */
    boolean retry(Sent sent) {
        return sent.isFailed() && dead.retry(sent.delivery().id());
    }

    void discard(Sent sent) {
        dead.discard(sent.delivery().id());
        forget(sent.draft());
    }

    private boolean isOver(Progress delivery) {
        return delivery == null || delivery.state() == Progress.State.DONE;
    }
}
