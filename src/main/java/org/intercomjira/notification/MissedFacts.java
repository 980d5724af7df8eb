package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.stereotype.Component;

/**
 * Finds what happened to an issue and never came into the outbox: the node died between Jira's commit and our insert, the database was
 * gone, or the app was being upgraded.
 *
 * <p>The reconciler asks once a minute. That is too late for the order, as people go on at once on another node: so every note about a
 * change looks first whether an earlier change is missing, and lets it go before itself.
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
        List<Expected> earlier = earlier(message, issue);
        Map<String, Boolean> known = known(earlier);
        List<Expected> missing = earlier.stream().filter(each -> !known.containsKey(each.message().dedupeKey())).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (missing.stream().anyMatch(each -> each.at().isAfter(now.minus(LISTENER_TAKES)))) {
            return Optional.of(new Outcome.NotYet(now.plus(LISTENER_TAKES)));
        }
        return outbox.enqueueAhead(messages(missing), List.of()) > 0 ? Optional.of(new Outcome.NotYet(now)) : Optional.empty();
    }

    /** Nothing when the message tells of something older than the watermark. */
    private List<Expected> earlier(Message message, Issue issue) {
        List<Expected> all = expectations.judge(issue).map(judge -> judge.expect(history.changes(issue, watermark.get()))).orElse(List.of())
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
        List<Expected> all = expectations.judge(issue).map(judge -> judge.expect(history.all(issue, since))).orElse(List.of())
                .stream().filter(each -> each.at().isBefore(until)).toList();
        Map<String, Boolean> known = known(all);
        if (all.stream().allMatch(each -> known.containsKey(each.message().dedupeKey()))) {
            return 0;
        }
        return all.stream().collect(Collectors.groupingBy(each -> each.message().orderKey(), LinkedHashMap::new, Collectors.toList()))
                .values().stream().mapToInt(ofConversation -> recover(ofConversation, known)).sum();
    }

    /** What is missing before something that still waits goes before it; the rest goes behind all. */
    private int recover(List<Expected> ofConversation, Map<String, Boolean> known) {
        List<Message> ahead = new ArrayList<>();
        List<Message> missing = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        List<String> alsoAhead = List.of();
        for (Expected each : ofConversation) {
            String key = each.message().dedupeKey();
            if (!known.containsKey(key)) {
                missing.add(each.message());
            } else if (known.get(key)) {
                if (!missing.isEmpty()) {
                    ahead.addAll(missing);
                    missing.clear();
                    alsoAhead = List.copyOf(waiting);
                }
                waiting.add(key);
            }
        }
        int found = ahead.isEmpty() ? 0 : outbox.enqueueAhead(ahead, alsoAhead);
        return missing.isEmpty() ? found : found + outbox.enqueueAll(missing, List.of());
    }

    private Map<String, Boolean> known(List<Expected> expected) {
        return expected.isEmpty() ? Map.of() : outbox.known(expected.stream().map(each -> each.message().dedupeKey()).distinct().toList());
    }

    private static List<Message> messages(List<Expected> expected) {
        return expected.stream().map(Expected::message).toList();
    }
}
