package org.intercomjira.platform;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import org.apache.log4j.Logger;
import org.springframework.stereotype.Component;

/**
 * Jira keeps caches for each thread and clears them at the end of a request. A thread of ours has no requests: without this frame
 * around each task it would go on reading what it has read first, see
 * <a href="https://docs.atlassian.com/software/jira/docs/api/8.2.2/com/atlassian/jira/util/thread/JiraThreadLocalUtil.html">JiraThreadLocalUtil</a>.
 */
@Component
public class JiraThreadFrame {
    private static final Logger LOG = Logger.getLogger(JiraThreadFrame.class);

    private final JiraThreadLocalUtil threadLocals;

    public JiraThreadFrame(@ComponentImport JiraThreadLocalUtil threadLocals) {
        this.threadLocals = threadLocals;
    }

    /** The task in a frame of its own, which also ends when the task fails. */
    public Runnable around(Runnable task) {
        return () -> {
            threadLocals.preCall();
            try {
                task.run();
            } finally {
                threadLocals.postCall(LOG);
            }
        };
    }
}
