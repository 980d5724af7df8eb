package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.CoveredFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.delivery.Precedence;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.notification.IssueHistory.Happened;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Trace;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.RecoveryWindows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps a note from overtaking an earlier one that was lost before it came into the outbox.
 *
 * <p>People go on at once on another node when one dies, so every note about a change or a comment first asks Jira's history for earlier
 * facts without a row. Inside a window they are recovered and go first. Outside every window nothing was lost: the fact had no event
 * (a script, an import), so it is covered. A window may not be open yet, so the note waits for as long as it takes to notice that a node is dead.
 */
@Component
class MissedEvents implements Precedence {
    private static final Logger LOG = LoggerFactory.getLogger(MissedEvents.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    private final IssueManager issues;
    private final IssueHistory history;
    private final ConnectionService connections;
    private final LinkService links;
    private final Outbox outbox;
    private final RecoveryWindows windows;
    private final IssueRecovery recovery;
    private final Clock clock;

    MissedEvents(@ComponentImport IssueManager issues, IssueHistory history, ConnectionService connections, LinkService links, Outbox outbox,
                 RecoveryWindows windows, IssueRecovery recovery, Clock clock) {
        this.issues = issues;
        this.history = history;
        this.connections = connections;
        this.links = links;
        this.outbox = outbox;
        this.windows = windows;
        this.recovery = recovery;
        this.clock = clock;
    }

    @Override
    public Optional<Outcome> before(Attempt attempt) {
        Optional<NotePayload> payload = Optional.of(attempt.message()).filter(message -> NotificationCourier.TYPE.equals(message.type()))
                .flatMap(message -> NotePayload.fromJson(message.payload()))
                .filter(note -> note.kind() == Fact.Kind.CHANGE || note.kind() == Fact.Kind.COMMENT);
        try {
            return payload.flatMap(note -> Optional.ofNullable(issues.getIssueObject(note.issue())).flatMap(issue -> before(attempt, note, issue)));
        } catch (RuntimeException | Error e) {
            if (hasWaited(attempt)) {
                LOG.warn("Whether message {} overtakes a lost one could not be found out", attempt.id(), new Trace(e));
                return Optional.empty();
            }
            return Optional.of(new Outcome.NotYet(clock.instant().plus(LOOK_AGAIN)));
        }
    }

    private boolean hasWaited(Attempt attempt) {
        return !clock.instant().isBefore(attempt.createdAt().plus(RecoveryTimes.NOTICE_TIME));
    }

    /**
     * What happened to the issue up to a note's fact.
     *
     * @param earlier in its order
     * @param self    the note's fact; null when Jira does not have it (yet)
     * @param known   of the earlier facts and of the note's own, by key
     */
    private record Past(List<Happened> earlier, Happened self, Map<String, KnownFact> known) {
    }

    private Optional<Outcome> before(Attempt attempt, NotePayload note, Issue issue) {
        Past past = past(attempt, note, issue);
        KnownFact own = past.known().get(note.marker().key());
        if (own != null && Outbox.WITHDRAWN.equals(own.reason())) {
            return Optional.of(new Outcome.Dropped(Outbox.WITHDRAWN));
        }
        List<Happened> missing = missing(past, note, issue);
        if (missing.isEmpty()) {
            return overtaken(past, note).filter(key -> outbox.advance(attempt.message().lane(), key)).map(key -> new Outcome.NotYet(clock.instant()));
        }
        Instant now = clock.instant();
        IssueId id = new IssueId(issue.getId());
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        List<RecoveryWindow> around = missing.stream().flatMap(each -> windows.around(id, project, each.at()).stream()).distinct().toList();
        List<RecoveryWindow> due = around.stream().filter(window -> !window.dueAt().isAfter(now)).toList();
        if (!due.isEmpty() && recovery.recover(issue, due).isSomething()) {
            return Optional.of(new Outcome.NotYet(now));
        }
        Optional<Instant> next = around.stream().map(RecoveryWindow::dueAt).filter(now::isBefore).min(Instant::compareTo);
        if (next.isPresent()) {
            return Optional.of(new Outcome.NotYet(next.get()));
        }
        boolean isLongAgo = missing.stream().allMatch(each -> isOld(each, now) || hasWaited(attempt) && isChangeOfThePast(each, now));
        return isLongAgo && windows.wouldBeOpen() ? cover(missing, project, attempt) : Optional.of(new Outcome.NotYet(now.plus(LOOK_AGAIN)));
    }

    /** So long ago by any clock that the death of its node would have been noticed. */
    private static boolean isOld(Happened each, Instant now) {
        return each.at().plus(RecoveryTimes.NOTICE_TIME).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE).isBefore(now);
    }

    /** Its chain says that it was made before the note's change; by the clock of its node it may still lie ahead, where recovery leaves it alone. */
    private static boolean isChangeOfThePast(Happened each, Instant now) {
        return each.change().comment() == null && !each.at().isAfter(now.minus(RecoveryTimes.SETTLE_TIME));
    }

    private Optional<Outcome> cover(List<Happened> missing, ProjectId project, Attempt attempt) {
        missing.forEach(each -> outbox.cover(new CoveredFact(each.fact().key(), attempt.message().lane(), String.valueOf(project.value()), CoverReason.NO_EVENT.code())));
        LOG.info("{} facts before message {} had no event and are not said", missing.size(), attempt.id());
        return Optional.empty();
    }

    private Past past(Attempt attempt, NotePayload note, Issue issue) {
        Instant since = latest(windows.since(), clock.instant().minus(RecoveryTimes.MAX_WINDOW));
        List<Happened> all = history.all(issue, since);
        List<Happened> earlier = all.stream().takeWhile(each -> !each.change().facts().contains(note.marker())).toList();
        Happened self = earlier.size() < all.size() ? all.get(earlier.size()) : null;
        if (self == null) {
            // The history of the last hour does not hold the note's own fact: only what was there when it was stored is earlier.
            Instant stored = attempt.createdAt().minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
            earlier = earlier.stream().filter(each -> each.at().isBefore(stored)).toList();
        }
        return new Past(earlier, self, outbox.known(keys(earlier, note)));
    }

    /**
     * The message about the change right before this one, if it waits behind it: its event came later though its change was made earlier, as
     * the status that it led to is the one where this change begins. In a workflow that goes round the same may be said of a later change,
     * so Jira's times and ids have to agree. Nothing else about the order of rows that exist is doubted.
     */
    private static Optional<String> overtaken(Past past, NotePayload note) {
        if (past.self() == null || past.self().change().status() == null) {
            return Optional.empty();
        }
        List<Happened> moves = past.earlier().stream().filter(each -> each.change().status() != null).toList();
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        Happened last = moves.get(moves.size() - 1);
        StatusChange before = moves.size() < 2 ? null : moves.get(moves.size() - 2).change().status();
        return Optional.of(last).filter(each -> each.change().status().isProvenBefore(past.self().change().status(), before))
                .filter(each -> each.at().isBefore(past.self().at()) && each.fact().id() < past.self().fact().id())
                .map(each -> each.fact().dedupeKey(note.conversationId())).filter(key -> past.known().containsKey(key) && past.known().get(key).pending());
    }

    /** What happened to the issue before this note's fact, is owed to this conversation, and has no row. */
    private List<Happened> missing(Past past, NotePayload note, Issue issue) {
        Set<String> known = past.known().keySet();
        List<Happened> unknown = past.earlier().stream()
                .filter(each -> !known.contains(each.fact().key()) && !known.contains(each.fact().dedupeKey(note.conversationId()))).toList();
        if (unknown.isEmpty()) {
            return unknown;
        }
        Optional<Owed> owed = owed(note, issue);
        List<Happened> missing = new ArrayList<>();
        boolean hadNote = false;
        for (Happened each : past.earlier()) {
            hadNote |= known.contains(each.fact().dedupeKey(note.conversationId()));
            if (unknown.contains(each) && owed.isPresent() && owed.get().is(each.at(), hadNote)) {
                missing.add(each);
            }
        }
        return missing;
    }

    private Optional<Owed> owed(NotePayload note, Issue issue) {
        Optional<Connection> connection = connections.findNow(new ProjectId(issue.getProjectObject().getId()));
        Optional<Link> link = connection.flatMap(found -> NotificationRules.reachable(links.linksNowOf(note.issueId()), found).stream()
                .filter(each -> each.conversation().equals(note.conversationId())).findFirst());
        return link.map(found -> new Owed(found, connection.get()));
    }

    private static List<String> keys(List<Happened> happened, NotePayload note) {
        return Stream.concat(Stream.of(note.marker().key()), happened.stream().map(Happened::fact)
                .flatMap(fact -> Stream.of(fact.key(), fact.dedupeKey(note.conversationId())))).distinct().toList();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
