package org.intercomjira.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(SilenceEntity.class)
class SilencesTest {
    private final TestDatabase database;
    private final ManualClock clock = new ManualClock();
    private final Silences silences;

    SilencesTest(TestDatabase database) {
        this.database = database;
        silences = new Silences(new SilenceStore(database.activeObjects()), clock);
    }

    @OnEveryDatabase
    void aBulkOperationIsSilentUntilWellAfterItsLastChange() {
        Instant start = clock.instant();
        for (int minute = 0; minute < 10; minute++) {
            silences.bulkGoesOn("ann");
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(silences.since(start)).singleElement().satisfies(silence -> {
            assertThat(silence.holds("ann", "w:1", start)).isTrue();
            assertThat(silence.holds("ann", "w:1", clock.instant())).as("a node that dies now has said its last word a minute ago").isTrue();
            assertThat(silence.holds("bob", "w:1", clock.instant())).isFalse();
            assertThat(silence.holds("ann", "w:1", clock.instant().plus(Duration.ofMinutes(10)))).isFalse();
        });
    }

    @OnEveryDatabase
    void tenThousandChangesOfABulkOperationCostOneRow() {
        silences.bulkGoesOn("ann");
        int before = database.statements();
        for (int change = 0; change < 10_000; change++) {
            silences.bulkGoesOn("ann");
        }

        assertThat(database.statements()).isEqualTo(before);
    }

    @OnEveryDatabase
    void theNextBulkOperationOfAUserIsANewSilence() {
        silences.bulkGoesOn("ann");
        clock.advance(Duration.ofMinutes(30));
        Instant between = clock.instant().minus(Duration.ofMinutes(10));
        silences.bulkGoesOn("ann");

        assertThat(silences.since(Instant.EPOCH)).hasSize(2).noneMatch(silence -> silence.holds("ann", "w:1", between));
    }

    @OnEveryDatabase
    void anOwnActionIsSilentForItsConversationOnly() {
        silences.ownActionBegins("w:1");

        assertThat(silences.since(clock.instant())).singleElement().satisfies(silence -> {
            assertThat(silence.holds("app-actor", "w:1", clock.instant())).isTrue();
            assertThat(silence.holds("app-actor", "w:2", clock.instant())).isFalse();
            assertThat(silence.holds("app-actor", null, clock.instant())).isFalse();
        });
    }

    @OnEveryDatabase
    void aBulkOperationByNobodySilencesNobodyElse() {
        silences.bulkGoesOn(null);

        assertThat(silences.since(clock.instant())).singleElement().satisfies(silence -> {
            assertThat(silence.holds(null, "w:1", clock.instant())).isTrue();
            assertThat(silence.holds("ann", "w:1", clock.instant())).isFalse();
        });
    }

    @OnEveryDatabase
    void whatNoWindowCanReachIsForgotten() {
        silences.bulkGoesOn(null);
        clock.advance(RecoveryTimes.WINDOW_EXPIRY.plus(RecoveryTimes.MAX_WINDOW));
        silences.sweep();
        assertThat(silences.since(Instant.EPOCH)).as("a window of that time may still be searched").hasSize(1);

        clock.advance(RecoveryTimes.MAX_WINDOW.multipliedBy(2));
        silences.sweep();

        assertThat(silences.since(Instant.EPOCH)).isEmpty();
    }
}
