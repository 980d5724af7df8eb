package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Courier;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.springframework.stereotype.Component;

/**
 * Sees to it, a while after a transition, that its post function got what it asked for. Mostly the event has done all of it, and this
 * finds everything known. It has something to do when no event followed, when the function stands behind the event in the workflow, or
 * when the node died between the two.
 */
@Component
class FunctionCourier implements Courier {
    static final String TYPE = "function";
    /** By then the event has come, if one comes. */
    static final Duration EVENT_COMES_WITHIN = Duration.ofSeconds(20);

    private static final Duration CONNECTION_AWAITED = Duration.ofMinutes(1);

    private final IssueManager issues;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final SettingsChangeTimes settingsTimes;
    private final LinkService links;
    private final TransitionHistory history;
    private final IssueHistory issueHistory;
    private final Silences silences;
    private final Outbox outbox;
    private final Clock clock;

    FunctionCourier(@ComponentImport IssueManager issues, ConnectionService connections, ProjectSettingsService settings, SettingsChangeTimes settingsTimes,
                    LinkService links, TransitionHistory history, IssueHistory issueHistory, Silences silences, Outbox outbox, Clock clock) {
        this.issues = issues;
        this.connections = connections;
        this.settings = settings;
        this.settingsTimes = settingsTimes;
        this.links = links;
        this.history = history;
        this.issueHistory = issueHistory;
        this.silences = silences;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Instant due = attempt.createdAt().plus(EVENT_COMES_WITHIN);
        if (clock.instant().isBefore(due)) {
            return CompletableFuture.completedStage(new Outcome.NotYet(due));
        }
        return CompletableFuture.completedStage(TransitionWish.fromJson(attempt.message().payload()).map(wish -> see(wish, attempt.createdAt()))
                .orElseGet(() -> new Outcome.Refused("payload.unreadable", "The stored message cannot be read")));
    }

    private Outcome see(TransitionWish wish, Instant at) {
        Issue issue = issues.getIssueObject(wish.issue());
        if (issue == null || !IssueVisibility.mayBeToldOf(issue)) {
            return new Outcome.Dropped("issue.not_for_all");
        }
        Optional<IssueChange> change = history.find(issue, wish, at);
        if (change.isPresent()) {
            return tell(issue, change.get(), at);
        }
        return clock.instant().isBefore(at.plus(TransitionHistory.STORED_WITHIN)) ? new Outcome.NotYet(clock.instant().plus(EVENT_COMES_WITHIN))
                : new Outcome.Dropped("transition.not_found");
    }

    /** @param at when the function ran: a conversation that was linked later is told nothing of it */
    private Outcome tell(Issue issue, IssueChange change, Instant at) {
        Optional<Connection> connection = connections.findNow(change.project());
        ProjectSettings chosen = settings.now(change.project());
        if (connection.isEmpty() && connections.isAwaited(change.project())) {
            return new Outcome.NotYet(clock.instant().plus(CONNECTION_AWAITED));
        } else if (connection.isEmpty() || !chosen.linkingEnabled()) {
            return new Outcome.Dropped("notification.switched_off");
        }
        List<Link> linkedThen = links.linksNowOf(change.issue()).stream().filter(link -> !link.linkedAt().isAfter(at)).toList();
        boolean mayBeHidden = mayHaveBeenHidden(issue, at) || !at.isAfter(settingsTimes.changedAt(change.project(), chosen).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE));
        Judgement judgement = new Judgement(chosen, connection.get(), linkedThen, conversation -> false);
        return judgement.of(change).stream().map(fact -> tell(fact, change, mayBeHidden)).flatMap(Optional::stream).findFirst().orElseGet(Outcome.Delivered::new);
    }

    /**
     * The outcome that keeps the fact from being said; empty when it is said.
     *
     * @param mayBeHidden whether it must not be said unless its event has judged it
     */
    private Optional<Outcome> tell(JudgedFact fact, IssueChange change, boolean mayBeHidden) {
        String reopened = "reopen:" + fact.key();
        List<String> told = fact.messages().stream().map(Message::dedupeKey).toList();
        Map<String, KnownFact> known = outbox.known(Stream.concat(Stream.of(fact.key(), reopened), told.stream()).toList());
        String reason = known.containsKey(fact.key()) ? known.get(fact.key()).reason() : null;
        if (reason != null && !CoverReason.TRIGGER_OFF.is(reason) && !Outbox.RECOVERED.equals(reason)) {
            return Optional.of(new Outcome.Dropped(reason));
        }
        boolean isJudged = known.containsKey(fact.key()) || told.stream().anyMatch(known::containsKey);
        if (!isJudged && mayBeHidden) {
            return Optional.of(new Outcome.Dropped("transition.may_be_hidden"));
        }
        List<Message> added = outbox.uncover(fact, CoverReason.TRIGGER_OFF::is);
        if (change.function() == FunctionWish.REOPEN && !known.containsKey(reopened)) {
            // What has its note already was not opened along with it.
            fact.messages().stream().filter(message -> !added.contains(message)).forEach(message -> outbox.enqueue(late(message)));
        }
        return Optional.empty();
    }

    /** What no event has judged may have been hidden, or part of a bulk operation without mail, whoever made it. */
    private boolean mayHaveBeenHidden(Issue issue, Instant at) {
        Instant since = at.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
        return issueHistory.hiddenSince(issue, since).isPresent()
            || silences.since(since).stream().anyMatch(silence -> silence.orderKey() == null && silence.holds(silence.userKey(), null, at));
    }

    private static Message late(Message message) {
        NotePayload payload = NotePayload.fromJson(message.payload()).orElseThrow();
        return new Message(message.lane(), message.sender(), message.orderKey(), "reopen:" + message.dedupeKey(), message.type(), payload.late().toJson());
    }
}
