package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.intercomjira.delivery.StoredMessage.Claim;
import org.junit.jupiter.api.Test;

class OutcomeRulesTest {
    private static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant CLAIMED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant NOW = CLAIMED.plusSeconds(3);
    private static final Instant EARLIER = CLAIMED.minusSeconds(600);
    private final OutcomeRules rules = new OutcomeRules(new BackOff(new RandomGenerator() {
        private final Random random = new Random(3);

        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }));

    @Test
    void theDeliveredIsDoneAndKeptForAWeek() {
        assertThat(rules.after(tried(2, EARLIER, EARLIER), new Outcome.Delivered(), NOW))
            .isEqualTo(new Change(Status.DONE, NOW.plus(Duration.ofDays(7)), 2, EARLIER, EARLIER, null, null));
    }

    @Test
    void theDroppedIsDoneWithItsReason() {
        assertThat(rules.after(fresh(), new Outcome.Dropped("comment deleted"), NOW))
            .isEqualTo(new Change(Status.DONE, NOW.plus(Duration.ofDays(7)), 0, null, null, "dropped", "comment deleted"));
    }

    @Test
    void aRateLimitDoesNotBurnAnAttempt() {
        Instant until = NOW.plusSeconds(7);

        assertThat(rules.after(tried(3, EARLIER, EARLIER), new Outcome.RateLimited(until), NOW))
            .isEqualTo(new Change(Status.WAITING, until, 3, EARLIER, EARLIER, "rate_limited", null));
    }

    @Test
    void whatComesTooEarlyWaitsWithoutBurningAnAttempt() {
        Instant until = NOW.plusSeconds(20);

        assertThat(rules.after(fresh(), new Outcome.NotYet(until), NOW)).isEqualTo(new Change(Status.WAITING, until, 0, null, null, null, null));
    }

    @Test
    void lostAuthorisationHoldsWithoutBurningAnAttempt() {
        assertThat(rules.after(fresh(), new Outcome.AuthorisationLost("token_revoked"), NOW))
            .isEqualTo(new Change(Status.HELD, NOW.plus(OutcomeRules.LOOK_AGAIN), 0, null, null, "authorisation_lost", "token_revoked"));
    }

    @Test
    void theRefusedIsDeadAtOnce() {
        assertThat(rules.after(fresh(), new Outcome.Refused("parameter_invalid", "Body is required"), NOW))
            .isEqualTo(new Change(Status.DEAD, NOW, 1, null, null, "parameter_invalid", "Body is required"));
    }

    @Test
    void theUnreachableIsTriedAgainAsNotSent() {
        assertThat(rules.after(fresh(), new Outcome.Unreachable("refused"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(5), 1, null, NOW, "unreachable", "refused"));
    }

    @Test
    void theUnreachableStaysSentIfAnEarlierTryMayHaveArrived() {
        assertThat(rules.after(tried(1, EARLIER, EARLIER), new Outcome.Unreachable("refused"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(10), 2, EARLIER, EARLIER, "unreachable", "refused"));
    }

    @Test
    void theUnreachableSaysWhyWhenThereIsACodeForIt() {
        assertThat(rules.after(fresh(), new Outcome.Unreachable("proxy.authentication", "407"), NOW).code()).isEqualTo("proxy.authentication");
        assertThat(rules.after(fresh(), new Outcome.Unreachable("refused"), NOW).code()).isEqualTo("unreachable");
    }

    @Test
    void theUnreachableIsNeverGivenUpAndTriedEveryTwoMinutes() {
        Instant monthAgo = NOW.minus(Duration.ofDays(30));

        assertThat(rules.after(tried(500, null, monthAgo), new Outcome.Unreachable("refused"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(120), 501, null, monthAgo, "unreachable", "refused"));
    }

    @Test
    void theUnknownMayHaveBeenSentSinceItsClaimAndIsLeftToSettle() {
        Instant settled = NOW.plus(BackOff.SETTLING);

        assertThat(rules.after(fresh(), new Outcome.Unknown("timeout"), NOW))
            .isEqualTo(new Change(Status.WAITING, settled.plusSeconds(5), 1, CLAIMED, settled, "unknown", "timeout"));
    }

    @Test
    void theUnknownKeepsTheTimeOfTheFirstTry() {
        assertThat(rules.after(tried(4, EARLIER, EARLIER), new Outcome.Unknown("http_500"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plus(BackOff.SETTLING).plusSeconds(80), 5, EARLIER, EARLIER, "unknown", "http_500"));
    }

    @Test
    void theUnknownIsGivenUpAfterADayOfFailures() {
        Instant dayAgo = NOW.minus(Duration.ofHours(24));

        assertThat(rules.after(tried(40, dayAgo, dayAgo), new Outcome.Unknown("http_500"), NOW))
            .isEqualTo(new Change(Status.DEAD, NOW, 41, dayAgo, dayAgo, "gave_up", "http_500"));
        assertThat(rules.after(tried(40, dayAgo, dayAgo.plusMillis(1)), new Outcome.Unknown("http_500"), NOW).status())
            .isEqualTo(Status.WAITING);
    }

    @Test
    void aMessageThatWaitedLongForItsSenderIsNotGivenUpAtItsFirstFailure() {
        assertThat(rules.after(fresh(), new Outcome.Unknown("timeout"), CREATED.plus(Duration.ofDays(9))).status()).isEqualTo(Status.WAITING);
    }

    private static StoredMessage fresh() {
        return tried(0, null, null);
    }

    private static StoredMessage tried(int attempts, Instant firstSentAt, Instant failingSince) {
        return new StoredMessage(7, TestNode.message("1", "a"), Status.SENDING, attempts, CREATED, new Claim("node", CLAIMED), firstSentAt,
            failingSince);
    }
}
