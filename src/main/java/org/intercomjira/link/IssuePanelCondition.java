package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.web.Condition;
import java.util.Map;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;

/** Shows the panel in projects that have it switched on. */
public class IssuePanelCondition implements Condition {
    private final ProjectSettingsService settings;

    public IssuePanelCondition(ProjectSettingsService settings) {
        this.settings = settings;
    }

    @Override
    public void init(Map<String, String> params) {
        // takes no parameters
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        return context.get("issue") instanceof Issue issue
                && settings.of(new ProjectId(issue.getProjectObject().getId())).panelEnabled();
    }
}
