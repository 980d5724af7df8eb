package org.intercomjira.embedded.jira.permission;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.store.Store;

/**
 * Project permissions, asked of the tables each time, so that what another node granted or took away counts at once.
 * Jira's PermissionManager: Jira administrators have no implied permission.
 */
public final class Permissions implements PermissionManager {
    /** Joins grants g with role actors a and active accounts u. */
    private static final String GRANTED = " from schemepermissions g"
            + " join projectroleactor a on g.perm_type = 'projectrole' and g.perm_parameter = cast(a.projectroleid as varchar(255))"
            + " join cwd_user u on u.active = true and (a.roletype = 'atlassian-user-role-actor' and a.roletypeparameter = u.user_key"
            + " or a.roletype = 'atlassian-group-role-actor' and exists (select 1 from cwd_membership m where m.parent_name = a.roletypeparameter and m.child_key = u.user_key))"
            + " where g.permission_key = ?";

    private final Store store;
    private final Accounts accounts;
    private final SecurityLevels levels;

    public Permissions(Store store, Accounts accounts, SecurityLevels levels) {
        this.levels = levels;
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public boolean hasPermission(ProjectPermissionKey permission, Issue issue, ApplicationUser user) {
        boolean hidden = issue.getSecurityLevelId() != null && !levels.letsIn(user, issue.getProjectObject().getId());
        // An archived issue, like an archived project, can only be looked at.
        boolean closed = issue.isArchived() && !permission.toString().equals(ProjectPermissions.BROWSE_PROJECTS.toString());
        return !hidden && !closed && hasPermission(permission, issue.getProjectObject(), user);
    }

    @Override
    public boolean hasPermission(ProjectPermissionKey permission, Project project, ApplicationUser user) {
        // An archived project can only be looked at.
        return user != null && project != null && (!project.isArchived() || permission.toString().equals(ProjectPermissions.BROWSE_PROJECTS.toString()))
                && store.exists("select 1" + GRANTED + " and a.pid = ? and u.user_key = ?", permission.toString(), project.getId(), user.getKey());
    }

    /** The ids of the projects in which the user has the permission. */
    public List<Long> projectsWith(ProjectPermissionKey permission, ApplicationUser user) {
        return user == null ? List.of()
                : store.list("select distinct a.pid" + GRANTED + " and u.user_key = ?", row -> row.number("pid"), permission.toString(), user.getKey());
    }

    /** The accounts that have the permission in the project and whose name holds the text. */
    public List<Account> holders(ProjectPermissionKey permission, Project project, String text, int limit) {
        List<String> keys = store.list("select distinct u.user_key" + GRANTED + " and a.pid = ?", row -> row.text("user_key"), permission.toString(), project.getId());
        return accounts.matching(text, limit).stream().filter(account -> keys.contains(account.key())).toList();
    }
}
