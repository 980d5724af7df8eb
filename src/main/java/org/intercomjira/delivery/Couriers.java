package org.intercomjira.delivery;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands a message to the courier of its type. Looked up when needed: couriers use the outbox themselves. */
@Component
class Couriers {
    private static final Logger LOG = LoggerFactory.getLogger(Couriers.class);

    private final ObjectProvider<Courier> couriers;
    private final ObjectProvider<Precedence> precedences;

    Couriers(ObjectProvider<Courier> couriers, ObjectProvider<Precedence> precedences) {
        this.couriers = couriers;
        this.precedences = precedences;
    }

    /** Never throws and never fails: what was thrown is an outcome, unknown only if something may have been sent. */
    CompletableFuture<Outcome> deliver(Attempt attempt) {
        CompletionStage<Outcome> stage;
        try {
            Optional<Courier> courier = couriers.stream().filter(each -> each.type().equals(attempt.message().type())).findFirst();
            if (courier.isEmpty()) {
                // An older version of the plugin may not know the type: nothing was sent, and a newer one will know it again.
                return CompletableFuture.completedFuture(new Outcome.Unreachable("no courier for " + attempt.message().type()));
            }
            Optional<Outcome> instead = precedences.stream().map(each -> each.before(attempt)).flatMap(Optional::stream).findFirst();
            if (instead.isPresent()) {
                return CompletableFuture.completedFuture(instead.get());
            }
            stage = courier.get().deliver(attempt);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(attempt.permit().withdraw() ? notSent(attempt, e) : unknown(attempt, e));
        }
        return stage == null ? CompletableFuture.completedFuture(unknown(attempt, null))
            : stage.toCompletableFuture().handle((outcome, problem) -> outcome != null ? outcome : unknown(attempt, problem));
    }

    private static Outcome notSent(Attempt attempt, Throwable problem) {
        LOG.warn("Message {} ({}) could not be prepared", attempt.id(), attempt.message().type(), new Trace(problem));
        return new Outcome.Unreachable(problem.getClass().getSimpleName());
    }

    private static Outcome unknown(Attempt attempt, Throwable problem) {
        Throwable cause = problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        String kind = cause == null ? "no outcome" : cause.getClass().getSimpleName();
        // Without the message: it may quote what people wrote.
        LOG.warn("The courier of {} failed on message {}: {}", attempt.message().type(), attempt.id(), kind);
        return new Outcome.Unknown(kind);
    }
}
