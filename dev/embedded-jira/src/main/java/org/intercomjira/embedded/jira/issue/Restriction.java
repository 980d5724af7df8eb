package org.intercomjira.embedded.jira.issue;

/** Who may read a comment: members of a group, holders of a project role, or, when both are null, whoever may see the issue. */
public record Restriction(String group, Long role) {
    public static final Restriction NONE = new Restriction(null, null);
}
