package org.intercomjira.conversation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.conversation.PartPreparation.Ended;
import org.intercomjira.conversation.PartPreparation.Prepared;
import org.intercomjira.conversation.PartPreparation.Ready;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Courier;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.link.LinkService;
import org.springframework.stereotype.Component;

/** Carries what people write in Jira into the conversation, as the app user. */
@Component
class PartCourier implements Courier {
    private final Drafts drafts;
    private final PartPreparation preparation;
    private final IntercomClient intercom;
    private final ConnectionService connections;
    private final LinkService links;

    PartCourier(Drafts drafts, PartPreparation preparation, IntercomClient intercom, ConnectionService connections, LinkService links) {
        this.drafts = drafts;
        this.preparation = preparation;
        this.intercom = intercom;
        this.connections = connections;
        this.links = links;
    }

    @Override
    public String type() {
        return Drafts.TYPE;
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Optional<Draft> draft = drafts.find(Long.parseLong(attempt.message().payload()));
        if (draft.isEmpty()) {
            return CompletableFuture.completedStage(new Outcome.Dropped("draft.discarded"));
        }
        Prepared prepared = preparation.prepare(draft.get());
        if (prepared instanceof Ready ready) {
            return attempt.mayHaveBeenSent() ? sendUnlessThere(ready) : send(ready);
        }
        return CompletableFuture.completedStage(((Ended) prepared).outcome());
    }

    private CompletionStage<Outcome> send(Ready part) {
        return (part.draft().kind() == Draft.Kind.NOTE
                ? intercom.note(part.access(), part.link().conversation(), part.connection().appUser().id(), part.html())
                : intercom.reply(part.access(), part.link().conversation(), part.connection().appUser().id(), part.html()))
                .thenApply(answer -> outcome(answer, part));
    }

    private CompletionStage<Outcome> sendUnlessThere(Ready part) {
        return intercom.conversation(part.access(), part.link().conversation()).thenCompose(answer ->
                answer instanceof Answer.Ok<Conversation> ok && !isThere(ok.value(), part) ? send(part)
                        : CompletableFuture.completedStage(outcome(answer, part)));
    }

    private static boolean isThere(Conversation conversation, Ready part) {
        return part.draft().kind() == Draft.Kind.NOTE ? PartText.hasNote(conversation, part.draft())
                : PartText.hasReply(conversation, part.draft(), part.connection().appUser().id());
    }

    private Outcome outcome(Answer<Conversation> answer, Ready part) {
        if (answer instanceof Answer.Failed<Conversation> failed) {
            return PartOutcomes.of(failed.failure(), reason -> connections.markBroken(part.connection().project(), part.access(), reason),
                    () -> links.markGone(part.link()));
        }
        connections.recordSuccess(part.connection().project());
        links.seen(part.link(), ((Answer.Ok<Conversation>) answer).value());
        drafts.forgetDelivered(part.draft());
        return new Outcome.Delivered();
    }
}
