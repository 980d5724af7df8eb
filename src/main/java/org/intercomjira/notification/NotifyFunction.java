package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.workflow.function.issue.AbstractJiraFunctionProvider;
import com.opensymphony.module.propertyset.PropertySet;
import java.util.Map;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The post function <em>Notify Intercom Conversations</em>. It asks for a note about the transition, even if the project's trigger is
 * off; what the note says is known only to the event.
 *
 * <p>Assumed of Jira, and what happens should it be otherwise: post functions run on the thread of the transition, before its event
 * (else the note comes twenty seconds late, or the conversation is opened then); with {@code originalissueobject} as the issue was
 * before (else any change of status in these seconds is taken for this one). A function that throws might undo the transition, so this
 * one never does.
 */
public class NotifyFunction extends AbstractJiraFunctionProvider {
    /** The descriptor's argument: {@code true} when conversations are to be opened. */
    static final String REOPEN = "reopen";
    private static final Logger LOG = LoggerFactory.getLogger(NotifyFunction.class);

    private final FunctionRequests requests;

    public NotifyFunction(FunctionRequests requests) {
        this.requests = requests;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(Map transientVars, Map args, PropertySet properties) {
        try {
            Issue issue = getIssue(transientVars);
            Issue before = transientVars.get("originalissueobject") instanceof Issue original ? original : issue;
            requests.take(before, issue, "true".equals(args.get(REOPEN)) ? FunctionWish.REOPEN : FunctionWish.NOTE);
        } catch (Exception | LinkageError anything) {
            LOG.error("The post function of a transition could not ask for its note", new Trace(anything));
        }
    }
}
