package org.intercomjira.notification;

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

/** Carries notes to Intercom, each once. */
@Component
class NotificationCourier implements Courier {
    static final String TYPE = "note";

    private final NotePreparation preparation;
    private final IntercomClient intercom;
    private final ConnectionService connections;
    private final LinkService links;

    NotificationCourier(NotePreparation preparation, IntercomClient intercom, ConnectionService connections, LinkService links) {
        this.preparation = preparation;
        this.intercom = intercom;
        this.connections = connections;
        this.links = links;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Preparation prepared = NotePayload.fromJson(attempt.message().payload()).map(preparation::prepare)
                .orElseGet(() -> new Preparation.Ended(new Outcome.Refused("payload.unreadable", "The stored message cannot be read")));
        if (prepared instanceof Preparation.Ready ready) {
            return attempt.mayHaveBeenSent() ? sendUnlessThere(ready.note()) : send(ready.note());
        }
        return CompletableFuture.completedStage(((Preparation.Ended) prepared).outcome());
    }

    private CompletionStage<Outcome> send(Note note) {
        return intercom.note(note.access(), note.link().conversation(), note.connection().appUser().id(), note.html())
                .thenApply(answer -> outcome(answer, note));
    }

    private CompletionStage<Outcome> sendUnlessThere(Note note) {
        return intercom.conversation(note.access(), note.link().conversation()).thenCompose(answer -> {
            if (answer instanceof Answer.Ok<Conversation> ok) {
                return NoteMarker.isIn(ok.value(), note.issue(), note.changeGroup())
                        ? CompletableFuture.<Outcome>completedStage(outcome(answer, note)) : send(note);
            }
            return CompletableFuture.completedStage(outcome(answer, note));
        });
    }

    private Outcome outcome(Answer<Conversation> answer, Note note) {
        if (answer instanceof Answer.Failed<Conversation> failed) {
            return NoteOutcomes.of(failed.failure(),
                    reason -> connections.markBroken(note.connection().project(), note.access(), reason),
                    () -> links.markGone(note.link()));
        }
        connections.recordSuccess(note.connection().project());
        links.seen(note.link(), ((Answer.Ok<Conversation>) answer).value());
        return new Outcome.Delivered();
    }
}
