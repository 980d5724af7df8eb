package org.intercomjira.embedded.jira.permission;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import org.intercomjira.embedded.jira.store.Store;

/** Global permissions through groups. Jira's GlobalPermissionManager. */
public final class GlobalPermissions implements GlobalPermissionManager {
    private final Store store;

    public GlobalPermissions(Store store) {
        this.store = store;
    }

    @Override
    public boolean hasPermission(GlobalPermissionKey permission, ApplicationUser user) {
        return user != null && store.exists("select 1 from globalpermissionentry g join cwd_membership m on m.parent_name = g.group_id"
                + " join cwd_user u on u.user_key = m.child_key where g.permission = ? and u.user_key = ? and u.active = true", permission.toString(), user.getKey());
    }
}
