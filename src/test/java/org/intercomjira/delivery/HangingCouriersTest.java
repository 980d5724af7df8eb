package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Couriers whose renderings hang, are slow, or end with an Error. */
class HangingCouriersTest {
    private static final Duration DEADLINE = Duration.ofMillis(200);

    private final TestDatabase database = TestDatabase.h2(OutboxEntity.class, LaneEntity.class);
    private final ManualClock clock = new ManualClock();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final CountDownLatch end = new CountDownLatch(1);
    private TestNode node;

    @BeforeEach
    void start() {
        start(DEADLINE);
    }

    private void start(Duration deadline) {
        if (node != null) {
            node.close();
        }
        node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), courier, deadline);
        node.lanes.start();
    }

    @AfterEach
    void stop() throws SQLException {
        end.countDown();
        node.close();
        database.close();
    }

    @Test
    void renderingsThatHangHoldUpTheirOwnConversationsOnly() {
        IntStream.range(0, CourierThreads.SHARED).forEach(i -> {
            courier.willDo("hangs" + i, this::hang);
            node.enqueue("stuck" + i, "hangs" + i, "behind" + i);
        });
        eventually(() -> assertThat(courier.attempts()).hasSize(CourierThreads.SHARED));

        node.enqueue("free", "a", "b");

        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "b"));
        eventually(() -> {
            later(BackOff.FIRST);
            assertThat(courier.delivered()).contains("hangs0", "behind0", "hangs3", "behind3");
        });
        assertThat(courier.attempts()).noneMatch(Attempt::mayHaveBeenSent);
    }

    @Test
    void aThreadThatIgnoresTheInterruptIsReplaced() {
        IntStream.range(0, CourierThreads.SHARED).forEach(i -> {
            courier.willDo("hangs" + i, this::hangAndIgnoreInterrupts);
            node.enqueue("stuck" + i, "hangs" + i);
        });
        eventually(() -> assertThat(courier.attempts()).hasSize(CourierThreads.SHARED));

        node.enqueue("free", "a");

        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
    }

    @Test
    void aLaneWhoseRenderingsAreSlowDoesNotStopAnother() {
        start(Duration.ofHours(1));
        IntStream.range(0, 2 * CourierThreads.SHARED).forEach(i -> {
            courier.willDo("slow" + i, this::hang);
            node.enqueue("slow" + i, "slow" + i);
        });
        eventually(() -> assertThat(courier.attempts()).hasSize(CourierThreads.SHARED));

        node.outbox.enqueue(new Message("other", "20000", "other:1", "fact:x", "note", "x"));
        node.outbox.enqueue(new Message("other", "20000", "other:1", "fact:y", "note", "y"));

        eventually(() -> assertThat(courier.delivered()).containsExactly("x", "y"));
    }

    @Test
    void afterThreeTriesThatHangAMessageIsDeadAndTheNextOneGoes() {
        courier.willDo("a", this::hang, this::hang, this::hang, this::hang);
        node.enqueue("1", "a", "b");

        eventually(() -> {
            later(BackOff.FIRST.multipliedBy(4));
            assertThat(courier.delivered()).containsExactly("b");
        });
        assertThat(courier.attemptsOf("a")).hasSize(Flights.MOST_HANGING_TRIES);
        assertThat(node.outbox.countsOf("10000").failed()).isEqualTo(1);
    }

    @Test
    void afterTheDeadlineNoCallCanBegin() {
        courier.willDo("a", this::hang);
        node.enqueue("1", "a");

        eventually(() -> assertThat(TestNode.head(node.store, "workspace:1")).hasValueSatisfying(failed -> assertThat(failed.attempts()).isEqualTo(1)));

        assertThat(courier.attempts().get(0).begin(clock.instant())).isFalse();
    }

    @Test
    void aCallThatHasBegunIsWaitedFor() {
        var answer = courier.willWait("a");
        courier.willDo("a", () -> {
            assertThat(courier.attempts().get(0).begin(clock.instant())).isTrue();
            hangAndIgnoreInterrupts();
        });
        node.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        node.enqueue("2", "b");
        eventually(() -> assertThat(courier.delivered()).contains("b"));

        end.countDown();
        answer.complete(new Outcome.Delivered());

        eventually(() -> assertThat(courier.delivered()).containsExactlyInAnyOrder("a", "b"));
        assertThat(courier.attemptsOf("a")).hasSize(1);
    }

    @Test
    void anErrorOfTheRendererIsAnOutcomeAndNothingWasSent() {
        courier.willDo("a", () -> {
            throw new StackOverflowError();
        }, () -> {
            throw new NoClassDefFoundError("gone");
        });
        node.enqueue("1", "a");

        eventually(() -> {
            later(BackOff.FIRST.multipliedBy(2));
            assertThat(courier.delivered()).containsExactly("a");
        });
        assertThat(courier.attempts()).extracting(Attempt::mayHaveBeenSent).containsExactly(false, false, false);
        assertThat(courier.attempts()).extracting(Attempt::failedAttempts).containsExactly(0, 1, 2);
    }

    @Test
    void anErrorBeforeTheCourierIsAnOutcomeToo() {
        node.precedence.set(attempt -> {
            if (attempt.failedAttempts() == 0) {
                throw new OutOfMemoryError("none left");
            }
            return Optional.empty();
        });
        node.enqueue("1", "a");

        eventually(() -> {
            later(BackOff.FIRST);
            assertThat(courier.delivered()).containsExactly("a");
        });
        assertThat(courier.attempts()).noneMatch(Attempt::mayHaveBeenSent);
    }

    private void hang() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hangAndIgnoreInterrupts() {
        for (boolean hasEnded = false; !hasEnded;) {
            try {
                end.await();
                hasEnded = true;
            } catch (InterruptedException ignored) {
                // as a renderer does that computes without end
            }
        }
    }

    private void later(Duration duration) {
        clock.advance(duration);
        node.lanes.wakeAll();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(assertion);
    }
}
