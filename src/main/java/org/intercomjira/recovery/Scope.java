package org.intercomjira.recovery;

import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;

/**
 * Which issues a window is about.
 *
 * @param id of the project or the issue; 0 for all
 */
public record Scope(Kind kind, long id) {
    /** Stored by name. */
    public enum Kind { ALL, PROJECT, ISSUE }

    public static Scope all() {
        return new Scope(Kind.ALL, 0);
    }

    public static Scope of(ProjectId project) {
        return new Scope(Kind.PROJECT, project.value());
    }

    public static Scope of(IssueId issue) {
        return new Scope(Kind.ISSUE, issue.value());
    }
}
