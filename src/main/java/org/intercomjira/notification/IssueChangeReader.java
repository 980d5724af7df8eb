package org.intercomjira.notification;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;
import java.util.Optional;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.ofbiz.core.entity.GenericEntityException;
import org.ofbiz.core.entity.GenericValue;

/** Reads Jira's events of one operation on one issue. Costs one query for the items of the change. */
final class IssueChangeReader {
    private static final String ITEMS = "ChildChangeItem";

    private IssueChangeReader() {
    }

    /** What the operation changed; empty when Jira kept no record of a change that this app tells of. */
    static Optional<IssueChange> read(List<IssueEvent> events) {
        for (IssueEvent event : events) {
            Optional<IssueChange> change = read(event);
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static Optional<IssueChange> read(IssueEvent event) {
        GenericValue changeLog = event.getChangeLog();
        if (changeLog == null) {
            return Optional.empty();
        }
        ApplicationUser actor = event.getUser();
        return statusChange(changeLog).map(status -> new IssueChange(new IssueId(event.getIssue().getId()),
                new ProjectId(event.getIssue().getProjectObject().getId()), changeLog.getLong("id"),
                actor == null ? null : actor.getDisplayName(), status));
    }

    private static Optional<StatusChange> statusChange(GenericValue changeLog) {
        try {
            return changeLog.getRelated(ITEMS).stream().filter(IssueChangeReader::isStatus)
                    .map(item -> new StatusChange(item.getString("oldstring"), item.getString("newstring"))).findFirst();
        } catch (GenericEntityException e) {
            throw new IllegalStateException("The items of a change could not be read", e);
        }
    }

    /** A custom field may be called status, too. */
    private static boolean isStatus(GenericValue item) {
        return "status".equals(item.getString("field")) && !"custom".equals(item.getString("fieldtype"));
    }
}
