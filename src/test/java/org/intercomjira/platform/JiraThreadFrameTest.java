package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.notNull;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class JiraThreadFrameTest {
    private final JiraThreadLocalUtil threadLocals = mock(JiraThreadLocalUtil.class);
    private final Runnable task = mock(Runnable.class);
    private final JiraThreadFrame frame = new JiraThreadFrame(threadLocals);

    @Test
    void aTaskRunsBetweenTheBeginningAndTheEndOfItsFrame() {
        frame.around(task).run();

        InOrder order = inOrder(threadLocals, task);
        order.verify(threadLocals).preCall();
        order.verify(task).run();
        order.verify(threadLocals).postCall(notNull());
    }

    @Test
    void theFrameEndsAlsoWhenTheTaskFails() {
        assertThatThrownBy(frame.around(() -> {
            throw new StackOverflowError();
        })::run).isInstanceOf(StackOverflowError.class);

        inOrder(threadLocals).verify(threadLocals).postCall(notNull());
    }
}
