package org.intercomjira.embedded.spi;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.List;

/** What people do with issues on pages of Jira that have no counterpart in its REST: moving, cloning, bulk changes. Asks for no permission. */
public interface IssueActions {
    /** The issue under its new key. */
    Issue move(Issue issue, Project target, ApplicationUser user);

    /** The clone. */
    Issue copy(Issue issue, String summary, ApplicationUser user);

    /** Does the same with all of them, as one operation. */
    void bulk(List<Issue> issues, BulkChange change, boolean sendMail, ApplicationUser user);

    /** What a bulk change does with each of its issues. */
    sealed interface BulkChange {
        /** Assigns it to the person with this user name or, with an empty one, to nobody. */
        record Assign(String assignee) implements BulkChange {
        }

        record Comment(String text) implements BulkChange {
        }

        record Transition(int transition) implements BulkChange {
        }

        record Move(Project target) implements BulkChange {
        }

        record Delete() implements BulkChange {
        }
    }
}
