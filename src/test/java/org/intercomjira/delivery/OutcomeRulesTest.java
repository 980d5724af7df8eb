package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.intercomjira.delivery.StoredMessage.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeRulesTest {
    private static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant CLAIMED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant NOW = CLAIMED.plusSeconds(3);
    private static final Instant EARLIER = CLAIMED.minusSeconds(600);
    private static final Duration HOUR = Duration.ofHours(1);
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
        assertThat(rules.after(tried(2, EARLIER, HOUR), new Outcome.Delivered(), NOW))
            .isEqualTo(new Change(Status.DONE, NOW.plus(Duration.ofDays(7)), 2, EARLIER, HOUR, null, null));
    }

    @Test
    void theDroppedIsDoneWithItsReason() {
        assertThat(rules.after(fresh(), new Outcome.Dropped("comment deleted"), NOW))
            .isEqualTo(new Change(Status.DONE, NOW.plus(Duration.ofDays(7)), 0, null, null, "dropped", "comment deleted"));
    }

    @Test
    void aRateLimitDoesNotBurnAnAttempt() {
        Instant until = NOW.plusSeconds(7);

        assertThat(rules.after(tried(3, EARLIER, HOUR), new Outcome.RateLimited(until), NOW))
            .isEqualTo(new Change(Status.WAITING, until, 3, EARLIER, HOUR, "rate_limited", null));
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
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(5), 1, null, null, "unreachable", "refused"));
    }

    @Test
    void theUnreachableStaysSentIfAnEarlierTryMayHaveArrived() {
        assertThat(rules.after(tried(1, EARLIER, HOUR), new Outcome.Unreachable("refused"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(10), 2, EARLIER, HOUR, "unreachable", "refused"));
    }

    @Test
    void theUnreachableSaysWhyWhenThereIsACodeForIt() {
        assertThat(rules.after(fresh(), new Outcome.Unreachable("proxy.authentication", "407"), NOW).code()).isEqualTo("proxy.authentication");
        assertThat(rules.after(fresh(), new Outcome.Unreachable("refused"), NOW).code()).isEqualTo("unreachable");
    }

    @Test
    void theUnreachableIsNeverGivenUpAndTriedEveryTwoMinutes() {
        assertThat(rules.after(tried(500, EARLIER, BackOff.PATIENCE), new Outcome.Unreachable("refused"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plusSeconds(120), 501, EARLIER, BackOff.PATIENCE, "unreachable", "refused"));
    }

    @Test
    void theUnknownMayHaveBeenSentSinceItsClaimAndIsNotLookedForAtOnce() {
        Duration wait = LeaseTimes.FIRST_LOOK.plusSeconds(5);

        assertThat(rules.after(fresh(), new Outcome.Unknown("timeout"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plus(wait), 1, CLAIMED, wait, "unknown", "timeout"));
    }

    @Test
    void theUnknownKeepsTheTimeOfTheFirstTry() {
        Duration wait = LeaseTimes.FIRST_LOOK.plusSeconds(80);

        assertThat(rules.after(tried(4, EARLIER, HOUR), new Outcome.Unknown("http_500"), NOW))
            .isEqualTo(new Change(Status.WAITING, NOW.plus(wait), 5, EARLIER, HOUR.plus(wait), "unknown", "http_500"));
    }

    @Test
    void theUnknownIsGivenUpWhenItHasWaitedForADayAfterUnknownOutcomes() {
        Duration day = Duration.ofHours(24);

        assertThat(rules.after(tried(40, EARLIER, day), new Outcome.Unknown("http_500"), NOW))
            .isEqualTo(new Change(Status.DEAD, NOW, 41, EARLIER, day, "gave_up", "http_500"));
        assertThat(rules.after(tried(40, EARLIER, day.minusMillis(1)), new Outcome.Unknown("http_500"), NOW).status())
            .isEqualTo(Status.WAITING);
    }

    /**
     * U: unknown, D: not reached, L: rate limit, H: authorisation lost for three days, N: too early. By the longest waits 32 of them
     * make a day when they grow from the first on, and 24 when each is as long as it can be.
     */
    @ParameterizedTest(name = "{0}: given up with unknown outcome {1}")
    @CsvSource({
        "U*40, 33",
        "D*90 U*40, 25",
        "D*2000 U*24, 0",
        "U*12 D*90 U*20, 0",
        "U*12 D*90 U*40, 33",
        "UD*40, 29",
        "U*12 L*200 U*40, 33",
        "U*12 N*9000 U*40, 33",
        "U*12 H*9 U*20, 0",
        "U*12 H*9 U*40, 33",
        "U D*9999, 0"})
    void onlyWaitsAfterUnknownOutcomesBringTheEndNearer(String outcomes, int expected) {
        StoredMessage message = fresh();
        Instant now = NOW;
        int unknown = 0;
        for (char letter : written(outcomes).toCharArray()) {
            unknown += letter == 'U' ? 1 : 0;
            Change change = rules.after(message, outcome(letter, now), now);
            if (change.status() == Status.DEAD) {
                assertThat(unknown).isEqualTo(expected);
                return;
            }
            now = letter == 'H' ? now.plus(Duration.ofDays(3)) : change.nextAt();
            message = new StoredMessage(7, message.message(), Status.SENDING, change.attempts(), CREATED, new Claim("node", now), change.firstSentAt(),
                change.unknownWait());
        }
        assertThat(expected).as("it waits").isZero();
    }

    /** "UD*3 L": UDUDUDL. */
    private static String written(String outcomes) {
        return Arrays.stream(outcomes.split(" ")).map(each -> each.split("\\*"))
            .map(each -> each[0].repeat(each.length == 1 ? 1 : Integer.parseInt(each[1]))).collect(Collectors.joining());
    }

    private static Outcome outcome(char letter, Instant now) {
        return switch (letter) {
            case 'U' -> new Outcome.Unknown("http_503");
            case 'D' -> new Outcome.Unreachable("refused");
            case 'L' -> new Outcome.RateLimited(now.plusSeconds(10));
            case 'H' -> new Outcome.AuthorisationLost("token_revoked");
            case 'N' -> new Outcome.NotYet(now.plusSeconds(20));
            default -> throw new IllegalArgumentException(String.valueOf(letter));
        };
    }

    @Test
    void aMessageThatWaitedLongForItsSenderIsNotGivenUpAtItsFirstFailure() {
        assertThat(rules.after(fresh(), new Outcome.Unknown("timeout"), CREATED.plus(Duration.ofDays(9))).status()).isEqualTo(Status.WAITING);
    }

    private static StoredMessage fresh() {
        return tried(0, null, null);
    }

    private static StoredMessage tried(int attempts, Instant firstSentAt, Duration unknownWait) {
        return new StoredMessage(7, TestNode.message("1", "a"), Status.SENDING, attempts, CREATED, new Claim("node", CLAIMED), firstSentAt,
            unknownWait);
    }
}
