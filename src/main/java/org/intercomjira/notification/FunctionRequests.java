package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import java.util.UUID;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/**
 * Takes the post function's wish, twice: in memory for the event that follows, and in the outbox for the case that none does, or that it
 * came before, or that this node dies in between. Costs nothing for issues without conversations.
 */
@Component
public class FunctionRequests {
    /** Nobody's authorisation is needed to look into Jira's own history. */
    private static final String NOBODY = "0";

    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final FunctionWishes wishes;
    private final Outbox outbox;

    FunctionRequests(ConnectionService connections, ProjectSettingsService settings, LinkService links, FunctionWishes wishes, Outbox outbox) {
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.wishes = wishes;
        this.outbox = outbox;
    }

    void take(Issue before, Issue issue, FunctionWish wish) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        IssueId id = new IssueId(issue.getId());
        if (connections.find(project).isEmpty() || links.linksNowOf(id).isEmpty() || !IssueVisibility.mayBeToldOf(issue) || !settings.now(project).linkingEnabled()) {
            return;
        }
        long run = UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE;
        TransitionWish left = new TransitionWish(id.value(), run, before.getStatusId(), issue.getStatusId(), wish);
        wishes.leave(left);
        outbox.enqueue(new Message(FunctionCourier.TYPE, NOBODY, FunctionCourier.TYPE + ":" + id.value(), FunctionCourier.TYPE + "-run:" + run,
                FunctionCourier.TYPE, left.toJson()));
    }
}
