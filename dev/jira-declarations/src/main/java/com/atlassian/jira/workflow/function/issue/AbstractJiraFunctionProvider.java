package com.atlassian.jira.workflow.function.issue;

import com.atlassian.jira.issue.MutableIssue;
import com.opensymphony.workflow.FunctionProvider;
import java.util.Map;

/** What post functions of plugins begin with. */
public abstract class AbstractJiraFunctionProvider implements FunctionProvider {
    protected AbstractJiraFunctionProvider() {
    }

    @SuppressWarnings("rawtypes")
    protected MutableIssue getIssue(Map transientVars) {
        throw new UnsupportedOperationException("declaration only");
    }
}
