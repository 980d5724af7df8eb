package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.apache.log4j.Logger;
import org.intercomjira.embedded.jira.thread.ThreadFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of plugins have to say where their tasks begin and end. */
class ThreadFramesTest {
    private final ThreadFrames frames = new ThreadFrames();
    private final int[] count = {0};
    private final Counter counter = frames.guard(Counter.class, () -> ++count[0]);

    /** A service whose answer changes. */
    public interface Counter {
        int next();
    }

    @Test
    void withoutAFrameAThreadReadsWhatItHasReadFirst() {
        assertThat(counter.next()).isEqualTo(1);
        assertThat(counter.next()).isEqualTo(1);
        assertThat(CompletableFuture.supplyAsync(counter::next).join()).as("on another thread").isEqualTo(2);
    }

    @Test
    void inAFrameItReadsWhatIsThere() {
        counter.next();

        frames.preCall();
        assertThat(counter.next()).isEqualTo(2);
        assertThat(counter.next()).isEqualTo(3);
        frames.postCall(Logger.getLogger(ThreadFramesTest.class));

        assertThat(counter.next()).isEqualTo(4);
        assertThat(counter.next()).isEqualTo(4);
    }

    @Test
    void aRequestIsAFrame() {
        frames.request(true);
        assertThat(counter.next()).isEqualTo(1);
        assertThat(counter.next()).isEqualTo(2);
        frames.request(false);
    }

    @Test
    void plugInsReadIssuesThroughIt(@TempDir Path home) throws Exception {
        try (TestJira jira = TestJira.in(home)) {
            IssueManager issues = (IssueManager) jira.domain().services().get(IssueManager.class);
            JiraThreadLocalUtil util = (JiraThreadLocalUtil) jira.domain().services().get(JiraThreadLocalUtil.class);
            Long id = jira.domain().issues().getIssueByCurrentKey("DEMO-1").getId();

            assertThat(issues.getIssueObject(id)).isSameAs(issues.getIssueObject(id));
            util.preCall();
            assertThat(issues.getIssueObject(id)).isNotSameAs(issues.getIssueObject(id));
            util.postCall(Logger.getLogger(ThreadFramesTest.class));
        }
    }
}
