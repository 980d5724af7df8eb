package com.atlassian.jira.workflow.function.issue;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.user.ApplicationUser;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.WorkflowException;
import java.util.Map;

/** A post function of Jira: knows the issue and who moved it. */
@SuppressWarnings("rawtypes")
public abstract class AbstractJiraFunctionProvider implements FunctionProvider {
    /** Where this Jira keeps who moved the issue. */
    public static final String CALLER = "org.intercomjira.embedded.caller";

    protected MutableIssue getIssue(Map transientVars) throws WorkflowException {
        if (transientVars.get("issue") instanceof MutableIssue issue) {
            return issue;
        }
        throw new WorkflowException("the transition knows no issue");
    }

    /** Null for anonymous. */
    protected ApplicationUser getCallerUser(Map transientVars, Map args) {
        return (ApplicationUser) transientVars.get(CALLER);
    }
}
