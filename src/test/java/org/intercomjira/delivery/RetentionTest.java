package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class RetentionTest {
    private final TestDatabase database;
    private final ManualClock clock = new ManualClock();
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final TestNode node;

    RetentionTest(TestDatabase database) {
        this.database = database;
        node = new TestNode(database.activeObjects(), clock, cluster, new ScriptedCourier());
    }

    @OnEveryDatabase
    void theDoneAreKeptForAWeekAndThenSweptHoweverMany() throws SQLException {
        int many = 2 * Retention.BATCH + 1;
        done(many, clock.instant());

        clock.advance(OutcomeRules.KEPT.minusMillis(1));
        assertThat(node.retention.sweep()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(node.retention.sweep()).isEqualTo(many);
        assertThat(node.retention.sweep()).isZero();
    }

    @OnEveryDatabase
    void theDeadAreKeptForNinetyDaysAndThenSwept() throws SQLException {
        node.enqueue("1", "dead");
        database.execute("UPDATE \"AO_7E57DB_OUTBOX\" SET \"STATUS\" = 'DEAD', \"PENDING\" = FALSE, \"NEXT_AT\" = " + clock.instant().toEpochMilli());
        node.enqueue("1", "waiting");

        clock.advance(Retention.DEAD_KEPT.minusMillis(1));
        assertThat(node.retention.sweep()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(node.retention.sweep()).isEqualTo(1);
        assertThat(node.failed()).isEmpty();
        assertThat(node.outbox.counts().waiting()).isEqualTo(1);
    }

    @OnEveryDatabase
    void whatFeaturesKeepBesideMessagesIsSweptAlong() {
        assertThat(node.sweeps).hasValue(0);
        node.retention.sweep();
        assertThat(node.sweeps).hasValue(1);
    }

    @OnEveryDatabase
    void oneNodeSweepsAtATime() throws SQLException {
        done(1, clock.instant());
        clock.advance(OutcomeRules.KEPT);
        var lock = new LaneLocks(cluster.locks()).ofSweep();
        assertThat(lock.tryLock()).isTrue();

        assertThat(CompletableFuture.supplyAsync(node.retention::sweep).join()).isZero();

        lock.unlock();
        assertThat(node.retention.sweep()).isEqualTo(1);
        assertThat(lock.tryLock()).as("the sweep gives its lock back").isTrue();
    }

    private void done(int many, Instant at) throws SQLException {
        for (int i = 0; i < many; i++) {
            node.enqueue("1", "m" + i);
        }
        database.execute("UPDATE \"AO_7E57DB_OUTBOX\" SET \"STATUS\" = 'DONE', \"PENDING\" = FALSE, \"NEXT_AT\" = " + at.plus(OutcomeRules.KEPT).toEpochMilli());
    }
}
