package org.intercomjira.embedded.jira.workflow;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.workflow.function.issue.AbstractJiraFunctionProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.embedded.jira.issue.Outcome;
import org.intercomjira.embedded.jira.issue.PostFunctions;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Workflow;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.WorkflowAdministration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the plugins' post functions. Assumed of Jira: they stand behind "update change history" and before "fire event", where an administrator would put
 * them, so that they see the changed issue. A function that throws would fail the transition in Jira; here it is logged and the transition stays.
 */
public final class PluginFunctions implements PostFunctions {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFunctions.class);

    private final WorkflowAdministration functions;
    private final Supplier<PluginExtensions> extensions;

    public PluginFunctions(WorkflowAdministration functions, Supplier<PluginExtensions> extensions) {
        this.functions = functions;
        this.extensions = extensions;
    }

    @Override
    public void run(Workflow.Transition transition, StoredIssue before, Outcome outcome, ApplicationUser user) {
        for (WorkflowAdministration.Function function : functions.functionsOf(transition.id())) {
            Optional<PluginExtensions.WorkflowFunction> module = extensions.get().workflowFunctions().stream().filter(candidate -> candidate.key().equals(function.moduleKey())).findFirst();
            if (module.isEmpty()) {
                LOG.warn("The post function {} on transition {} belongs to no plugin that runs", function.moduleKey(), transition.id());
            } else {
                run(module.get(), function, variables(transition, before, outcome, user));
            }
        }
    }

    private static void run(PluginExtensions.WorkflowFunction module, WorkflowAdministration.Function function, Map<String, Object> variables) {
        try {
            module.execute(variables, function.arguments());
        } catch (Exception | LinkageError e) {
            LOG.error("The post function {} failed", function.moduleKey(), e);
        }
    }

    private static Map<String, Object> variables(Workflow.Transition transition, StoredIssue before, Outcome outcome, ApplicationUser user) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("issue", outcome.issue());
        variables.put("originalissueobject", before);
        variables.put("actionId", transition.id());
        variables.put(AbstractJiraFunctionProvider.CALLER, user);
        if (user != null) {
            variables.put("userKey", user.getKey());
        }
        if (outcome.comment() != null) {
            variables.put("comment", outcome.comment().body());
        }
        return variables;
    }
}
