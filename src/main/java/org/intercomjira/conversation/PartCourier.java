package org.intercomjira.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.conversation.PartPreparation.Ended;
import org.intercomjira.conversation.PartPreparation.Prepared;
import org.intercomjira.conversation.PartPreparation.Ready;
import org.intercomjira.conversation.PartText.Arrival;
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
    /** What was looked at so long ago may be sent without another look. */
    private static final Duration FRESH = Duration.ofMillis(500);
    private static final Duration CONNECTION_AWAITED = Duration.ofMinutes(1);

    private final Drafts drafts;
    private final PartPreparation preparation;
    private final IntercomClient intercom;
    private final ConnectionService connections;
    private final LinkService links;
    private final Clock clock;

    PartCourier(Drafts drafts, PartPreparation preparation, IntercomClient intercom, ConnectionService connections, LinkService links, Clock clock) {
        this.drafts = drafts;
        this.preparation = preparation;
        this.intercom = intercom;
        this.connections = connections;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String type() {
        return Drafts.TYPE;
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Prepared prepared = prepare(attempt);
        if (prepared instanceof Ready ready) {
            return attempt.mayHaveBeenSent() ? sendUnlessThere(ready, attempt) : send(ready, attempt);
        }
        return CompletableFuture.completedStage(prepared instanceof Ended ended ? ended.outcome() : new Outcome.NotYet(clock.instant().plus(CONNECTION_AWAITED)));
    }

    private Prepared prepare(Attempt attempt) {
        return drafts.find(Long.parseLong(attempt.message().payload())).map(preparation::prepare)
                .orElseGet(() -> new Ended(new Outcome.Dropped("draft.discarded")));
    }

    private CompletionStage<Outcome> send(Ready part, Attempt attempt) {
        Instant preparedAt = clock.instant();
        if (attempt.isTooLate(preparedAt)) {
            return CompletableFuture.completedStage(new Outcome.NotYet(preparedAt));
        }
        Supplier<String> html = () -> htmlNow(part, attempt, preparedAt);
        return (part.draft().kind() == Draft.Kind.NOTE
                ? intercom.note(part.access(), part.link().conversation(), part.connection().appUser().id(), html)
                : intercom.reply(part.access(), part.link().conversation(), part.connection().appUser().id(), html))
                .thenApply(answer -> outcome(answer, part));
    }

    /** The call may have stood in line for the rate limit, and its author may have discarded it meanwhile; or the whole node stood still, and another has sent it. */
    private String htmlNow(Ready part, Attempt attempt, Instant preparedAt) {
        String html = clock.instant().isBefore(preparedAt.plus(FRESH)) ? part.html() : htmlAgain(attempt);
        // The last step before the call: what comes first may have taken long.
        if (!attempt.begin(clock.instant())) {
            throw new IllegalStateException("It is too late");
        }
        return html;
    }

    private String htmlAgain(Attempt attempt) {
        if (!attempt.isTooLate(clock.instant()) && prepare(attempt) instanceof Ready again) {
            return again.html();
        }
        throw new IllegalStateException("It is no longer to be sent");
    }

    /** A reply goes to a customer: when it cannot be known whether it is there already, its author decides. */
    private CompletionStage<Outcome> sendUnlessThere(Ready part, Attempt attempt) {
        return intercom.conversation(part.access(), part.link().conversation()).thenCompose(answer -> {
            if (!(answer instanceof Answer.Ok<Conversation> ok)) {
                return CompletableFuture.completedStage(outcome(answer, part));
            }
            return switch (arrival(ok.value(), part)) {
                case THERE -> CompletableFuture.completedStage(outcome(answer, part));
                case MISSING -> send(part, attempt);
                case UNCLEAR -> CompletableFuture.completedStage(new Outcome.Refused(PartOutcomes.ARRIVAL_UNKNOWN, PartOutcomes.ARRIVAL_UNKNOWN));
            };
        });
    }

    private static Arrival arrival(Conversation conversation, Ready part) {
        return part.draft().kind() == Draft.Kind.NOTE ? PartText.ofNote(conversation, part.draft(), part.page()) : PartText.ofReply(conversation, part.draft());
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
