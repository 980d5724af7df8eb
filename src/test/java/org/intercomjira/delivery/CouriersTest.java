package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class CouriersTest {
    private static final Attempt ATTEMPT = new Attempt(1, message("1", "a"), 0, Instant.EPOCH, false, Instant.MAX);
    private Optional<Outcome> before = Optional.empty();

    @Test
    void theCourierOfTheTypeIsAsked() {
        assertThat(deliver("note", CompletableFuture.completedFuture(new Outcome.Delivered()))).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void aTypeThatNobodyKnowsHasNotBeenSent() {
        assertThat(deliver("other", CompletableFuture.completedFuture(new Outcome.Delivered()))).isEqualTo(new Outcome.Unreachable("no courier for note"));
    }

    @Test
    void whatHasToGoFirstDecidesInsteadOfTheCourier() {
        before = Optional.of(new Outcome.NotYet(Instant.EPOCH));

        assertThat(deliver("note", CompletableFuture.failedFuture(new AssertionError("asked")))).isEqualTo(before.orElseThrow());
    }

    @Test
    void aFailureBeforeTheCourierHasSentNothing() {
        before = null;

        assertThat(deliver("note", CompletableFuture.completedFuture(new Outcome.Delivered()))).isEqualTo(new Outcome.Unreachable("NullPointerException"));
    }

    @Test
    void aCourierThatFailsMayHaveSent() {
        assertThat(deliver("note", CompletableFuture.failedFuture(new IllegalStateException("text of a person")))).isEqualTo(new Outcome.Unknown("IllegalStateException"));
        assertThat(deliver("note", CompletableFuture.failedFuture(new CompletionException(new IllegalStateException("x"))))).isEqualTo(new Outcome.Unknown("IllegalStateException"));
        assertThat(deliver("note", CompletableFuture.failedFuture(new CompletionException("x", null)))).isEqualTo(new Outcome.Unknown("CompletionException"));
        assertThat(deliver("note", CompletableFuture.completedFuture(null))).isEqualTo(new Outcome.Unknown("no outcome"));
        assertThat(deliver("note", null)).isEqualTo(new Outcome.Unknown("no outcome"));
    }

    private Outcome deliver(String type, CompletionStage<Outcome> answer) {
        Courier courier = new Courier() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public CompletionStage<Outcome> deliver(Attempt attempt) {
                return answer;
            }
        };
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("courier", courier, "precedence", (Precedence) attempt -> Optional.of(before).flatMap(it -> it)));
        return new Couriers(beans.getBeanProvider(Courier.class), beans.getBeanProvider(Precedence.class)).deliver(ATTEMPT).join();
    }
}
