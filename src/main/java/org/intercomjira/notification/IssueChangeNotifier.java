package org.intercomjira.notification;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Trace;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Judges what happened to an issue and puts the judgement into the outbox: a message for each conversation, or why there is none. Asks
 * caches for connection and links first, so that most edits in Jira cost no query.
 */
@Component
public class IssueChangeNotifier {
    private static final Logger LOG = LoggerFactory.getLogger(IssueChangeNotifier.class);

    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final Outbox outbox;
    private final FunctionWishes wishes;
    private final OwnActions ownActions;
    private final Silences silences;

    public IssueChangeNotifier(ConnectionService connections, ProjectSettingsService settings, LinkService links, Outbox outbox,
                               FunctionWishes wishes, OwnActions ownActions, Silences silences) {
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
        this.wishes = wishes;
        this.ownActions = ownActions;
        this.silences = silences;
    }

    /** @param events of one operation on one issue, at least one */
    void issueChanged(List<IssueEvent> events) {
        if (events.stream().anyMatch(IssueChangeNotifier::isSilent)) {
            // Before anything else: what this node does not know of, such as a new link, another may look for as lost.
            ApplicationUser user = events.get(0).getUser();
            silences.bulkGoesOn(user == null ? null : user.getKey());
        }
        Issue issue = events.get(0).getIssue();
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty() || events.stream().anyMatch(event -> EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId()))) {
            return;
        }
        List<Link> linked = links.linksOf(new IssueId(issue.getId()));
        if (linked.isEmpty()) {
            return;
        }
        Optional<CoverReason> silent = silence(events);
        if (silent.isPresent()) {
            cover(events, connection.get(), linked, silent.get());
        } else {
            judge(events, project, connection.get(), linked);
        }
    }

    /** What cannot be marked as silent must not be looked for as lost: a failure here opens no window. */
    private void cover(List<IssueEvent> events, Connection connection, List<Link> linked, CoverReason reason) {
        try {
            Judgement judgement = new Judgement(ProjectSettings.DEFAULTS, connection, linked, conversation -> false);
            enqueue(IssueChangeReader.read(events, LaterReading::ofSilent).stream().flatMap(change -> judgement.covered(change, reason).stream()));
        } catch (RuntimeException e) {
            LOG.error("What happened to issue {} could not be put down as {}", events.get(0).getIssue().getId(), reason.code(), new Trace(e));
        }
    }

    /** By the settings in the database: another node may have changed them a moment ago, and a cache would not know. */
    private void judge(List<IssueEvent> events, ProjectId project, Connection connection, List<Link> linked) {
        NowOnce chosen = new NowOnce(project);
        List<IssueChange> changes = changes(events, chosen);
        if (!changes.isEmpty()) {
            Judgement judgement = new Judgement(chosen.get(), connection, linked, conversation -> ownActions.origin().filter(conversation::equals).isPresent());
            enqueue(changes.stream().flatMap(change -> judgement.of(change).stream()));
        }
    }

    /** Settings from the database, at the first question: an edit of which nothing is told asks none. */
    private final class NowOnce implements Supplier<ProjectSettings> {
        private final ProjectId project;
        private ProjectSettings found;

        NowOnce(ProjectId project) {
            this.project = project;
        }

        @Override
        public ProjectSettings get() {
            found = found == null ? settings.now(project) : found;
            return found;
        }
    }

    private void enqueue(Stream<JudgedFact> facts) {
        List<JudgedFact> judged = facts.toList();
        if (!judged.isEmpty()) {
            outbox.enqueueJudged(judged);
        }
    }

    /** Why nothing at all may be said of this operation; empty when something may. */
    private static Optional<CoverReason> silence(List<IssueEvent> events) {
        return events.stream().anyMatch(IssueChangeNotifier::isSilent) ? Optional.of(CoverReason.SILENT_BULK) : IssueVisibility.hiddenBy(events.get(0).getIssue());
    }

    /** A post function's wish is for a certain change of status, so that has to be known at once. */
    private List<IssueChange> changes(List<IssueEvent> events, Supplier<ProjectSettings> chosen) {
        IssueId issue = new IssueId(events.get(0).getIssue().getId());
        boolean isWished = wishes.mayBeFor(issue);
        Function<Set<Long>, Optional<Telling>> later = types -> isWished ? Optional.empty() : LaterReading.of(types, chosen);
        List<IssueChange> changes = new ArrayList<>(IssueChangeReader.read(events, later));
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

    /** A user who chose to send no mail about a bulk change does not want others to be notified in other ways. */
    private static boolean isSilent(IssueEvent event) {
        return event.getSpanningOperation().isPresent() && !event.isSendMail();
    }
}
