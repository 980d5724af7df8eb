package org.intercomjira.notification;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Puts what happened to an issue into the outbox. Asks caches first, so that most edits in Jira cost no query. */
@Component
public class IssueChangeNotifier {
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final Outbox outbox;
    private final FunctionWishes wishes;
    private final OwnActions ownActions;
    private final RulesSeen rules;

    public IssueChangeNotifier(ConnectionService connections, ProjectSettingsService settings, LinkService links, Outbox outbox,
                               FunctionWishes wishes, OwnActions ownActions, RulesSeen rules) {
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
        this.wishes = wishes;
        this.ownActions = ownActions;
        this.rules = rules;
    }

    /** @param events of one operation on one issue, at least one */
    void issueChanged(List<IssueEvent> events) {
        Issue issue = events.get(0).getIssue();
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty() || events.stream().anyMatch(event -> EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId()))) {
            return;
        }
        IssueId id = new IssueId(issue.getId());
        ProjectSettings chosen = settings.of(project);
        rules.since(project, chosen);
        if (!NotificationRules.tellsAnything(chosen) && !wishes.mayBeFor(id)) {
            return;
        }
        List<Link> linked = links.linksOf(id);
        if (!linked.isEmpty() && IssueVisibility.mayBeToldOf(issue)) {
            boolean isSilent = events.stream().anyMatch(IssueChangeNotifier::isSilent);
            Predicate<ConversationId> quiet = conversation -> isSilent || ownActions.origin().filter(conversation::equals).isPresent();
            Letters letters = Letters.none();
            changes(events, id, chosen).forEach(change -> letters.addAll(Letters.about(change, chosen, connection.get(), linked, quiet)));
            enqueue(letters);
        }
    }

    private void enqueue(Letters letters) {
        if (!letters.messages().isEmpty() || !letters.covered().isEmpty()) {
            outbox.enqueueNew(letters.messages(), letters.covered());
        }
    }

    /** A post function's wish is for a certain change of status, so that has to be known at once. */
    private List<IssueChange> changes(List<IssueEvent> events, IssueId issue, ProjectSettings chosen) {
        boolean isWished = wishes.mayBeFor(issue);
        List<IssueChange> changes = new ArrayList<>(IssueChangeReader.read(events, types -> isWished ? Optional.empty() : LaterReading.of(types, chosen)));
        changes.replaceAll(this::withWish);
        if (changes.stream().allMatch(change -> change.status() == null)) {
            wishes.takeOfNoChange(issue).ifPresent(wish -> addTo(changes, events.get(0), wish));
        }
        return changes;
    }

    private IssueChange withWish(IssueChange change) {
        return change.status() == null ? change : wishes.take(change.issue(), change.status())
                .map(wish -> change.withFunction(wish.wish(), change.status(), wish.run())).orElse(change);
    }

    /** A transition from a status to itself: Jira has kept no change of status, yet its post function wants it told. */
    private static void addTo(List<IssueChange> changes, IssueEvent event, TransitionWish wish) {
        IssueChange change = changes.isEmpty() ? IssueChangeReader.nothing(event) : changes.remove(0);
        String status = event.getIssue().getStatus().getName();
        changes.add(0, change.withFunction(wish.wish(), new StatusChange(wish.from(), wish.to(), status, status), wish.run()));
    }

    /** Whoever chose to send no mail about a bulk change does not want others to be told in other ways. */
    private static boolean isSilent(IssueEvent event) {
        return event.getSpanningOperation().isPresent() && !event.isSendMail();
    }
}
