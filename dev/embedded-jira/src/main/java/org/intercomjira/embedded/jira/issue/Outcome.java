package org.intercomjira.embedded.jira.issue;

import java.util.Optional;
import org.ofbiz.core.entity.GenericValue;

/** What an operation left behind: the issue afterwards, the change group and the comment, each of these two null when there is none. */
public record Outcome(StoredIssue issue, ChangeGroup changes, StoredComment comment) {
    boolean isNothing() {
        return changes == null && comment == null;
    }

    boolean reassigned() {
        return changes != null && changes.touches(Field.ASSIGNEE);
    }

    boolean changedMoreThanAssignee() {
        return changes != null && changes.touchesMoreThan(Field.ASSIGNEE);
    }

    GenericValue changeLog() {
        return Optional.ofNullable(changes).map(ChangeGroup::row).orElse(null);
    }
}
