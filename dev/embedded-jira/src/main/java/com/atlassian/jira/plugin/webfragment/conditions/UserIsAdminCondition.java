package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.plugin.web.Condition;
import java.util.Map;

/** Shown to Jira administrators. */
public class UserIsAdminCondition implements Condition {
    private final GlobalPermissionManager permissions;

    public UserIsAdminCondition(GlobalPermissionManager permissions) {
        this.permissions = permissions;
    }

    @Override
    public void init(Map<String, String> params) {
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        FragmentContext place = new FragmentContext(context);
        return place.user() != null && permissions.hasPermission(GlobalPermissionKey.ADMINISTER, place.user());
    }
}
