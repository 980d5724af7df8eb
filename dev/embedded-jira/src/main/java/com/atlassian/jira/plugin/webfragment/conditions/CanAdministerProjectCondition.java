package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Shown to people who administer the project at hand: its own administrators and Jira's. */
public class CanAdministerProjectCondition implements Condition {
    private final PermissionManager permissions;
    private final GlobalPermissionManager globalPermissions;

    public CanAdministerProjectCondition(PermissionManager permissions, GlobalPermissionManager globalPermissions) {
        this.permissions = permissions;
        this.globalPermissions = globalPermissions;
    }

    @Override
    public void init(Map<String, String> params) {
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        FragmentContext place = new FragmentContext(context);
        return place.user() != null && place.project() != null
                && (globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, place.user())
                || permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, place.project(), place.user()));
    }
}
