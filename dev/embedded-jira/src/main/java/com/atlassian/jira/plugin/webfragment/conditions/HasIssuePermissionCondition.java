package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Shown to people who have the permission named by the parameter {@code permission} for the issue at hand. */
public class HasIssuePermissionCondition implements Condition {
    private final PermissionManager permissions;
    private ProjectPermissionKey permission;

    public HasIssuePermissionCondition(PermissionManager permissions) {
        this.permissions = permissions;
    }

    @Override
    public void init(Map<String, String> params) {
        permission = PermissionParameter.read(params);
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        FragmentContext place = new FragmentContext(context);
        return place.issue() != null && permissions.hasPermission(permission, place.issue(), place.user());
    }
}
