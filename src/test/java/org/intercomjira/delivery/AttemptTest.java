package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What keeps two nodes, or a hanging try and its successor, from both sending a message. */
class AttemptTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant LAST = NOW.plusSeconds(20);

    private final Attempt attempt = new Attempt(1, new Message("l", "s", "o", "d", "note", "{}"), 0, NOW, false, LAST);

    @Test
    void aCallBeginsUntilItsTimeAndNotAfterIt() {
        assertThat(attempt.isTooLate(LAST)).isFalse();
        assertThat(attempt.isTooLate(LAST.plusMillis(1))).isTrue();

        assertThat(attempt.begin(LAST.plusMillis(1))).isFalse();
        assertThat(attempt.begin(LAST)).isTrue();
    }

    @Test
    void aCallThatCameTooLateHasNotBegunSoTheTryCanBeGivenUp() {
        assertThat(attempt.begin(LAST.plusMillis(1))).isFalse();

        assertThat(attempt.permit().withdraw()).isTrue();
    }

    @Test
    void aTryThatWasGivenUpNeverCalls() {
        assertThat(attempt.permit().withdraw()).isTrue();

        assertThat(attempt.begin(NOW)).isFalse();
        assertThat(attempt.permit().withdraw()).as("asked twice").isTrue();
    }

    @Test
    void aTryThatHasBegunToCallIsNotGivenUpAndMayCallAgain() {
        assertThat(attempt.begin(NOW)).isTrue();

        assertThat(attempt.permit().withdraw()).isFalse();
        assertThat(attempt.begin(NOW)).as("the note, then the opening of its conversation").isTrue();
    }
}
