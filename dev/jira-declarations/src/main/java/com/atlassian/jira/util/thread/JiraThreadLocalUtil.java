package com.atlassian.jira.util.thread;

import org.apache.log4j.Logger;

/** Sets up and clears what Jira keeps for each thread, on threads that Jira does not know of. */
public interface JiraThreadLocalUtil {
    void preCall();

    void postCall(Logger log);
}
