package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.delivery.Precedence;
import org.intercomjira.notification.Expectations.Expected;
import org.intercomjira.notification.Expectations.Judge;
import org.springframework.stereotype.Component;

/**
 * Finds what happened to an issue and never came into the outbox: the node died between Jira's commit and our insert, the database was
 * gone, or the app was being upgraded.
 *
 * <p>The reconciler asks once a minute. That is too late for the order, as people go on at once on another node: so every note about a
 * change looks first whether an earlier change of its issue is missing, or came into the outbox behind it, and lets it go before itself.
 */
@Component
class MissedFacts implements Precedence {
    /** So long after Jira's commit the listener may still be about to insert. */
    static final Duration LISTENER_TAKES = Duration.ofSeconds(3);

    private final IssueManager issues;
    private final IssueHistory history;
    private final Expectations expectations;
    private final Outbox outbox;
    private final Watermark watermark;
    private final Clock clock;

    MissedFacts(@ComponentImport IssueManager issues, IssueHistory history, Expectations expectations, Outbox outbox, Watermark watermark,
                Clock clock) {
        this.issues = issues;
        this.history = history;
        this.expectations = expectations;
        this.outbox = outbox;
        this.watermark = watermark;
        this.clock = clock;
    }

    @Override
    public Optional<Outcome> before(Attempt attempt) {
        return Optional.of(attempt.message()).filter(message -> NotificationCourier.TYPE.equals(message.type()))
                .flatMap(message -> NotePayload.fromJson(message.payload())).filter(payload -> payload.kind() == Fact.Kind.CHANGE)
                .map(payload -> issues.getIssueObject(payload.issue())).flatMap(issue -> before(attempt.message(), issue));
    }

    private Optional<Outcome> before(Message message, Issue issue) {
        Instant now = clock.instant();
        Instant since = watermark.get();
        List<Expected> earlier = earlier(message, issue, since);
        Gaps gaps = Gaps.in(earlier, known(earlier), since, now.minus(LISTENER_TAKES));
        if (!gaps.untold().isEmpty() && outbox.letGoFirst(gaps.untold())) {
            return Optional.of(new Outcome.NotYet(now));
        }
        return gaps.isOpen() ? Optional.of(new Outcome.NotYet(now.plus(LISTENER_TAKES))) : Optional.empty();
    }

    /** Nothing when the message tells of something older than the watermark. */
    private List<Expected> earlier(Message message, Issue issue, Instant since) {
        List<Expected> all = expectations.judge(issue).map(judge -> judge.expect(history.changes(issue, since))).orElse(List.of())
                .stream().filter(each -> each.message().orderKey().equals(message.orderKey())).toList();
        List<String> keys = all.stream().map(each -> each.message().dedupeKey()).toList();
        return all.subList(0, Math.max(0, keys.indexOf(message.dedupeKey())));
    }

    /**
     * Enqueues what is missing of this issue, in its order.
     *
     * @param until what is younger may still be on its way into the outbox
     * @return how many messages were missing
     */
    int recover(Issue issue, Instant since, Instant until) {
        Optional<Judge> judge = expectations.judge(issue);
        if (judge.isEmpty() || missing(judge.get().expect(history.all(issue, since)), since, until).isEmpty()) {
            return 0;
        }
        // The whole of it now: what has been waiting for long goes before what is missing.
        return missing(judge.get().expect(history.all(issue, Instant.EPOCH)), since, until).stream().mapToInt(outbox::enqueueAhead).sum();
    }

    /** For each conversation where something is missing: this, and what it must not overtake. */
    private List<List<Message>> missing(List<Expected> expected, Instant since, Instant until) {
        Map<String, Boolean> known = known(expected);
        return expected.stream().collect(Collectors.groupingBy(each -> each.message().orderKey(), LinkedHashMap::new, Collectors.toList())).values().stream()
                .map(ofConversation -> Gaps.in(ofConversation, known, since, until).inOrder()).filter(inOrder -> !inOrder.isEmpty()).toList();
    }

    private Map<String, Boolean> known(List<Expected> expected) {
        return expected.isEmpty() ? Map.of() : outbox.known(expected.stream().map(each -> each.message().dedupeKey()).distinct().toList());
    }
}
