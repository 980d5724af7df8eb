package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.Trace;
import org.junit.jupiter.api.Test;

/** Which work gets a thread; the test runs the threads by hand. */
class CourierThreadsTest {
    private final List<Runnable> given = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final JiraThreadLocalUtil threadLocals = mock(JiraThreadLocalUtil.class);
    private final CourierThreads threads = new CourierThreads(given::add, (delay, task) -> null, Duration.ofSeconds(20), new JiraThreadFrame(threadLocals));

    @Test
    void oneLaneTakesWhatIsSharedAndAnotherStillHasAThread() {
        execute("a", 10);
        assertThat(given).hasSize(CourierThreads.SHARED);

        execute("b", 10);
        execute("c", 10);

        assertThat(given).hasSize(CourierThreads.SHARED + 2);
    }

    @Test
    void whatWaitsFollowsWhenAThreadIsFree() {
        execute("a", CourierThreads.SHARED + 1);

        given.get(0).run();

        assertThat(given).hasSize(CourierThreads.SHARED + 1);
    }

    @Test
    void lanesTakeTurns() {
        List<String> order = new ArrayList<>();
        execute("a", CourierThreads.SHARED);
        for (int i = 0; i < 3; i++) {
            threads.execute("a", work("a", order));
            threads.execute("b", work("b", order));
        }

        for (int i = 0; i < given.size(); i++) {
            given.get(i).run();
        }

        assertThat(order).containsExactly("b", "a", "b", "a", "b", "a");
    }

    @Test
    void aThreadThatCannotBeHadGivesItsPlaceBack() {
        List<Error> errors = new ArrayList<>();
        CourierThreads poor = new CourierThreads(task -> {
            if (errors.isEmpty()) {
                errors.add(new OutOfMemoryError("unable to create native thread"));
                throw errors.get(0);
            } else if (errors.size() == 1) {
                errors.add(new Error());
                throw new RejectedExecutionException();
            }
            given.add(task);
        }, (delay, task) -> null, Duration.ofSeconds(20), new JiraThreadFrame(threadLocals));

        poor.execute("a", work("first", new ArrayList<>()));
        poor.execute("a", work("second", new ArrayList<>()));
        for (int i = 0; i < CourierThreads.SHARED; i++) {
            poor.execute("a", work("later", new ArrayList<>()));
        }

        assertThat(rejected).containsExactly("first", "second");
        assertThat(given).hasSize(CourierThreads.SHARED);
    }

    @Test
    void withoutJirasFrameNothingRunsAndThePlaceIsGivenBack() {
        doThrow(new NoClassDefFoundError()).when(threadLocals).preCall();
        List<String> order = new ArrayList<>();
        threads.execute("a", work("never", order));

        given.get(0).run();

        assertThat(order).isEmpty();
        assertThat(rejected).containsExactly("never");
        execute("a", CourierThreads.SHARED + 1);
        assertThat(given).hasSize(1 + CourierThreads.SHARED);
    }

    private void execute(String lane, int count) {
        for (int i = 0; i < count; i++) {
            threads.execute(lane, work(lane, new ArrayList<>()));
        }
    }

    private CourierThreads.Work work(String name, List<String> order) {
        return new CourierThreads.Work() {
            @Override
            public void run() {
                order.add(name);
            }

            @Override
            public void isStuck(Trace where) {
                throw new AssertionError(where);
            }

            @Override
            public void isRejected() {
                rejected.add(name);
            }
        };
    }
}
