package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.intercomjira.intercom.Region;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(OAuthStateEntity.class)
class OAuthStateStoreTest {
    private final ManualClock clock = new ManualClock();
    private final TestDatabase database;
    private final OAuthStateStore states;

    OAuthStateStoreTest(TestDatabase database) {
        this.database = database;
        states = new OAuthStateStore(database.activeObjects(), clock);
    }

    @OnEveryDatabase
    void aStateComesBackWithWhatItStandsFor() {
        String state = issue("ann");
        assertThat(states.consume(state, "ann")).hasValueSatisfying(pending -> {
            assertThat(pending.project()).isEqualTo(Scene.DEMO);
            assertThat(pending.region()).isEqualTo(Region.EU);
            assertThat(pending.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        });
    }

    @OnEveryDatabase
    void aStateWorksOnce() {
        String state = issue("ann");
        states.consume(state, "ann");
        assertThat(states.consume(state, "ann")).isEmpty();
    }

    @OnEveryDatabase
    void aStateInOtherHandsIsBurnt() {
        String state = issue("ann");
        assertThat(states.consume(state, "bob")).isEmpty();
        assertThat(states.consume(state, "ann")).isEmpty();
    }

    @OnEveryDatabase
    void aStateThatNobodyMadeIsUnknown() {
        issue("ann");
        assertThat(states.consume("made-up", "ann")).isEmpty();
        assertThat(states.consume("", "ann")).isEmpty();
    }

    @OnEveryDatabase
    void onlyOneOfManyCallbacksAtTheSameTimeGetsIt() throws Exception {
        String state = issue("ann");
        int callers = 8;
        CyclicBarrier start = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        Callable<Optional<PendingConsent>> callback = () -> {
            start.await();
            return states.consume(state, "ann");
        };
        try {
            int winners = 0;
            for (Future<Optional<PendingConsent>> answer : threads.invokeAll(Stream.generate(() -> callback).limit(callers).toList())) {
                winners += answer.get().isPresent() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @OnEveryDatabase
    void theStateItselfIsNotStored() {
        String state = issue("ann");
        List<String> stored = rows().map(OAuthStateEntity::getStateHash).toList();
        assertThat(stored).singleElement().asString().hasSize(64).doesNotContain(state);
        assertThat(state).hasSize(43).isNotEqualTo(issue("ann"));
    }

    @OnEveryDatabase
    void longExpiredStatesAreSwept() {
        issue("ann");
        clock.advance(Duration.ofMinutes(71));
        issue("bob");
        assertThat(rows().map(OAuthStateEntity::getUserKey)).containsExactly("bob");
    }

    private Stream<OAuthStateEntity> rows() {
        return Stream.of(database.activeObjects().find(OAuthStateEntity.class, Query.select()));
    }

    private String issue(String user) {
        return states.issue(user, Scene.DEMO, Region.EU);
    }
}
