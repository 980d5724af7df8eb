package org.intercomjira.embedded.jira.permission;

/** An issue that may have a security level. */
public interface Secured {
    /** Null when everybody who may see the project may see it. */
    Long getSecurityLevelId();
}
