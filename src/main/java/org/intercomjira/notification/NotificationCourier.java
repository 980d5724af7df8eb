package org.intercomjira.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Courier;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.link.LinkService;
import org.springframework.stereotype.Component;

/**
 * Carries notes to Intercom, each once, and opens the conversation along with the note where that is wanted.
 *
 * <p>The note goes first: it carries the marker, and Intercom's answer to it shows whether the conversation is open. Should anything go
 * wrong afterwards, the whole counts as unknown, whatever the reason: only then the next try looks for the note before it writes.
 * Whoever looks finds out, too, whether the conversation has been opened, closed or snoozed since the note, by us or by anyone: then it
 * is left as it is. The assignee is removed before the conversation is opened, so that an opened conversation is a finished one.
 */
@Component
class NotificationCourier implements Courier {
    static final String TYPE = "note";

    /** What was looked at so long ago may be sent without another look. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final NotePreparation preparation;
    private final IntercomClient intercom;
    private final ConnectionService connections;
    private final LinkService links;
    private final Clock clock;

    NotificationCourier(NotePreparation preparation, IntercomClient intercom, ConnectionService connections, LinkService links, Clock clock) {
        this.preparation = preparation;
        this.intercom = intercom;
        this.connections = connections;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Instant preparedAt = clock.instant();
        Preparation prepared = NotePayload.fromJson(attempt.message().payload()).map(payload -> preparation.prepare(payload, attempt.createdAt()))
                .orElseGet(() -> new Preparation.Ended(new Outcome.Refused("payload.unreadable", "The stored message cannot be read")));
        if (prepared instanceof Preparation.Ready ready) {
            return attempt.mayHaveBeenSent() || ready.note().isLate() ? look(ready.note(), attempt, preparedAt) : send(ready.note(), attempt, preparedAt);
        }
        return CompletableFuture.completedStage(((Preparation.Ended) prepared).outcome());
    }

    private CompletionStage<Outcome> send(Note note, Attempt attempt, Instant preparedAt) {
        if (attempt.isTooLate(clock.instant())) {
            return done(new Outcome.NotYet(clock.instant()));
        }
        return intercom.note(note.access(), note.conversation(), note.connection().appUser().id(), () -> textNow(note, attempt, preparedAt)).thenCompose(answer -> {
            if (!(answer instanceof Answer.Ok<Conversation> ok) || !isToBeOpened(note, ok.value())) {
                return done(outcome(answer, note));
            }
            return open(note).thenApply(opened -> opened instanceof Outcome.Delivered ? opened : new Outcome.Unknown("not_opened"));
        });
    }

    /**
     * The call may have stood in line for the rate limit, or behind a look at the conversation, and the comment may have been restricted
     * meanwhile: then the next try says less.
     * Or the whole node stood still: then another has sent it.
     */
    private String textNow(Note note, Attempt attempt, Instant preparedAt) {
        String text = clock.instant().isBefore(preparedAt.plus(FRESH)) ? note.html() : textAgain(note, attempt);
        // The last step before the call: what comes first may have taken long.
        if (!attempt.begin(clock.instant())) {
            throw new IllegalStateException("It is too late");
        }
        return text;
    }

    private String textAgain(Note note, Attempt attempt) {
        if (attempt.isTooLate(clock.instant())) {
            throw new IllegalStateException("It is too late");
        }
        return NotePayload.fromJson(attempt.message().payload()).map(payload -> preparation.prepareAgain(note, payload, attempt.createdAt()))
                .filter(Preparation.Ready.class::isInstance).map(again -> ((Preparation.Ready) again).note().html())
                .orElseThrow(() -> new IllegalStateException("It is no longer to be sent"));
    }

    private CompletionStage<Outcome> look(Note note, Attempt attempt, Instant preparedAt) {
        return intercom.conversation(note.access(), note.conversation()).thenCompose(answer -> {
            if (!(answer instanceof Answer.Ok<Conversation> ok)) {
                return done(outcome(answer, note));
            }
            if (!NoteMarker.isIn(ok.value(), note.issue(), note.marker())) {
                return note.isLate() ? done(new Outcome.Dropped("note.missing")) : send(note, attempt, preparedAt);
            }
            boolean isOurs = !NoteMarker.wasMovedAfter(ok.value(), note.issue(), note.marker());
            return isOurs && isToBeOpened(note, ok.value()) ? open(note) : done(outcome(answer, note));
        });
    }

    private static boolean isToBeOpened(Note note, Conversation conversation) {
        return note.reopening() != Reopening.NO && conversation.state() != Conversation.State.OPEN;
    }

    private CompletionStage<Outcome> open(Note note) {
        if (note.reopening() == Reopening.OPEN) {
            return openNow(note);
        }
        return intercom.unassign(note.access(), note.conversation(), note.connection().appUser().id())
                .thenCompose(answer -> answer instanceof Answer.Ok<Conversation> ? openNow(note) : done(outcome(answer, note)));
    }

    private CompletionStage<Outcome> openNow(Note note) {
        return intercom.open(note.access(), note.conversation(), note.connection().appUser().id()).thenApply(answer -> outcome(answer, note));
    }

    private static CompletionStage<Outcome> done(Outcome outcome) {
        return CompletableFuture.completedStage(outcome);
    }

    private Outcome outcome(Answer<Conversation> answer, Note note) {
        if (answer instanceof Answer.Failed<Conversation> failed) {
            return NoteOutcomes.of(failed.failure(),
                    reason -> connections.markBroken(note.connection().project(), note.access(), reason),
                    () -> {
                        if (note.link() != null) {
                            links.markGone(note.link());
                        }
                    });
        }
        connections.recordSuccess(note.connection().project());
        if (note.link() != null) {
            links.seen(note.link(), ((Answer.Ok<Conversation>) answer).value());
        }
        return new Outcome.Delivered();
    }
}
