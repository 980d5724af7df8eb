package org.intercomjira.notification;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.intercomjira.recovery.FailedJudgements;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Hears what happens to issues, on the thread of the person who does it: it neither waits nor breaks the edit.
 * Jira tells of one operation in a bundle and again event by event; only the bundle is heard.
 */
@Component
@Order(150)
public class IssueEventListener implements StartsWithJira {
    private static final Logger LOG = LoggerFactory.getLogger(IssueEventListener.class);

    private final EventPublisher publisher;
    private final IssueChangeNotifier notifier;
    private final FailedJudgements unjudged;
    private final AtomicLong failures = new AtomicLong();

    public IssueEventListener(@ComponentImport EventPublisher publisher, IssueChangeNotifier notifier, FailedJudgements unjudged) {
        this.publisher = publisher;
        this.notifier = notifier;
        this.unjudged = unjudged;
    }

    /** Not before: until then nothing can be stored. What happens meanwhile is in a recovery window: the app was off. */
    @Override
    public void start() {
        publisher.register(this);
    }

    @Override
    public void stop() {
        publisher.unregister(this);
    }

    @EventListener
    public void onIssueEvents(IssueEventBundle bundle) {
        unjudged.begins();
        try {
            byIssue(bundle).forEach(this::judge);
        } catch (Throwable everything) {
            failed(everything);
            unjudged.failed();
        } finally {
            unjudged.ends();
        }
    }

    private void judge(Long issue, List<IssueEvent> events) {
        try {
            notifier.issueChanged(events);
        } catch (Throwable everything) {
            failed(everything);
            unjudged.failed(new IssueId(issue));
        }
    }

    private void failed(Throwable problem) {
        failures.incrementAndGet();
        LOG.error("An event could not be judged; it is looked for in Jira's history within a minute or so", new Trace(problem));
    }

    /** How many judgements have failed since the start; for diagnostics. */
    public long failures() {
        return failures.get();
    }

    private static Map<Long, List<IssueEvent>> byIssue(IssueEventBundle bundle) {
        return bundle.getEvents().stream()
                .filter(DelegatingJiraIssueEvent.class::isInstance).map(DelegatingJiraIssueEvent.class::cast)
                .map(DelegatingJiraIssueEvent::asIssueEvent)
                .collect(Collectors.groupingBy(event -> event.getIssue().getId(), LinkedHashMap::new, Collectors.toList()));
    }
}
