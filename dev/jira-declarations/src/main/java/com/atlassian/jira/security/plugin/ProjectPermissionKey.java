package com.atlassian.jira.security.plugin;

/** Names a project permission. */
public class ProjectPermissionKey {
    private final String permission;

    public ProjectPermissionKey(String permission) {
        this.permission = permission;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProjectPermissionKey that && that.permission.equals(permission);
    }

    @Override
    public int hashCode() {
        return permission.hashCode();
    }

    @Override
    public String toString() {
        return permission;
    }
}
