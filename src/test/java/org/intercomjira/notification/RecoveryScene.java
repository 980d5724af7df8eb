package org.intercomjira.notification;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.CoveredFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.MissingMessage;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.Scope;
import org.intercomjira.recovery.Silence;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.intercomjira.testing.ManualClock;

/** DEMO-7 with its history, linked to conversation 215, and what the outbox knows of it. Times are seconds after the start. */
final class RecoveryScene {
    final ManualClock clock = new ManualClock();
    final Instant start = clock.instant();
    final MutableIssue issue = Samples.issue();
    final ConnectionService connections = mock(ConnectionService.class);
    final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    final SettingsChangeTimes settingsTimes = mock(SettingsChangeTimes.class);
    final LinkService links = mock(LinkService.class);
    final Silences silences = mock(Silences.class);
    final Outbox outbox = mock(Outbox.class);
    final CommentManager comments = mock(CommentManager.class);
    final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    final IssueManager issues = mock(IssueManager.class);
    final IssueHistory history = new IssueHistory(issues, histories, comments);
    final IssueRecovery recovery = new IssueRecovery(history, connections, settings, settingsTimes, links, silences, outbox, clock);
    final Map<String, KnownFact> known = new HashMap<>();
    /** The lost messages by dedupe key, in their order, with what comes after each. */
    final Map<String, MissingMessage> recovered = new LinkedHashMap<>();
    private final List<ChangeHistory> changes = new ArrayList<>();
    private final List<Comment> said = new ArrayList<>();

    RecoveryScene() {
        clock.advance(Duration.ofMinutes(10));
        when(connections.findNow(Samples.DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        isSet(Samples.settings(true, true), Instant.EPOCH);
        links(Samples.link(Samples.ACME, "215", false));
        when(histories.getChangeHistories(issue)).thenReturn(changes);
        when(comments.getComments(issue)).thenReturn(said);
        when(silences.since(any())).thenReturn(List.of());
        when(outbox.known(anyList())).thenAnswer(call -> {
            Map<String, KnownFact> found = new HashMap<>(known);
            found.keySet().retainAll(call.<List<String>>getArgument(0));
            return found;
        });
        when(outbox.cover(any())).thenAnswer(call -> {
            CoveredFact fact = call.getArgument(0);
            return known.putIfAbsent(fact.key(), new KnownFact(false, fact.reason())) == null;
        });
        when(outbox.enqueueMissing(any(), any(), anyList(), anyList())).thenAnswer(call -> {
            List<MissingMessage> missing = call.getArgument(2);
            missing.forEach(each -> {
                recovered.put(each.message().dedupeKey(), each);
                known.put(each.message().dedupeKey(), new KnownFact(true, null));
            });
            call.<List<String>>getArgument(3).forEach(key -> known.put(key, new KnownFact(false, Outbox.RECOVERED)));
            return missing.size();
        });
    }

    void isSet(ProjectSettings chosen, Instant since) {
        when(settings.now(Samples.DEMO)).thenReturn(chosen);
        when(settingsTimes.changedAt(Samples.DEMO, chosen)).thenReturn(since);
    }

    void links(Link... all) {
        when(links.linksNowOf(Samples.DEMO_7)).thenReturn(List.of(all));
    }

    Link linkedAt(String conversation, int second) {
        return new Link(2, Samples.DEMO_7, Samples.DEMO, Samples.ACME, new ConversationId(conversation), "a", start.plusSeconds(second), "jira", false);
    }

    void isSilent(Silence silence) {
        when(silences.since(any())).thenReturn(List.of(silence));
    }

    /** A transition by ann. */
    void moved(long id, int second) {
        changed(id, second, "status");
    }

    /** A transition between these statuses. */
    void moved(long id, int second, long from, long to) {
        changed(id, second, "status", from, to);
    }

    void changed(long id, int second, String field) {
        changed(id, second, field, id - 1, id);
    }

    private void changed(long id, int second, String field, long from, long to) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getField()).thenReturn(field);
        when(item.getFrom()).thenReturn(String.valueOf(from));
        when(item.getTo()).thenReturn(String.valueOf(to));
        when(item.getFromString()).thenReturn("To Do");
        when(item.getToString()).thenReturn("Done");
        ApplicationUser ann = ann();
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getId()).thenReturn(id);
        when(change.getTimePerformed()).thenReturn(Timestamp.from(start.plusSeconds(second)));
        when(change.getChangeItemBeans()).thenReturn(List.of(item));
        when(change.getAuthorObject()).thenReturn(ann);
        changes.add(change);
    }

    Comment commented(long id, int second, String text) {
        ApplicationUser ann = ann();
        Comment comment = mock(Comment.class);
        when(comment.getId()).thenReturn(id);
        when(comment.getBody()).thenReturn(text);
        when(comment.getRoleLevelId()).thenReturn(null);
        when(comment.getCreated()).thenReturn(Date.from(start.plusSeconds(second)));
        when(comment.getAuthorApplicationUser()).thenReturn(ann);
        said.add(comment);
        return comment;
    }

    private static ApplicationUser ann() {
        ApplicationUser ann = mock(ApplicationUser.class);
        when(ann.getKey()).thenReturn("ann");
        return ann;
    }

    void hasNote(long change, boolean pending) {
        known.put("change:" + change + ":215", new KnownFact(pending, null));
    }

    RecoveryWindow window(int from, int to) {
        return new RecoveryWindow(1, Scope.all(), "node_ended", start.plusSeconds(from), start.plusSeconds(to), clock.instant(), clock.instant(), 0, 0, false);
    }
}
