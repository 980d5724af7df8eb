package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.util.Locale;
import java.util.Map;

/** Reads the parameter {@code permission}: one of Jira's short names, or a permission's key. */
final class PermissionParameter {
    private static final Map<String, ProjectPermissionKey> SHORT_NAMES = Map.of(
            "browse", ProjectPermissions.BROWSE_PROJECTS,
            "edit", ProjectPermissions.EDIT_ISSUES,
            "project", ProjectPermissions.ADMINISTER_PROJECTS,
            "comment", new ProjectPermissionKey("ADD_COMMENTS"),
            "create", new ProjectPermissionKey("CREATE_ISSUES"),
            "assign", new ProjectPermissionKey("ASSIGN_ISSUES"),
            "transition", new ProjectPermissionKey("TRANSITION_ISSUES"));

    private PermissionParameter() {
    }

    /** @throws IllegalArgumentException when the parameter is missing or no name of a permission */
    static ProjectPermissionKey read(Map<String, String> params) {
        String name = params.getOrDefault("permission", "");
        ProjectPermissionKey shortName = SHORT_NAMES.get(name.toLowerCase(Locale.ROOT));
        if (shortName == null && !name.matches("[A-Z]+(_[A-Z]+)+")) {
            throw new IllegalArgumentException("The condition's parameter permission is \"" + name + "\"; Jira knows " + SHORT_NAMES.keySet());
        }
        return shortName == null ? new ProjectPermissionKey(name) : shortName;
    }
}
