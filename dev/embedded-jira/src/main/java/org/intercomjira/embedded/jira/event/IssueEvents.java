package org.intercomjira.embedded.jira.event;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.JiraIssueEvent;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what happened to an issue: the plain event first, then the bundle of all events of the operation, as Jira has done since it knows bundles.
 * Whoever listens to both hears everything twice.
 */
public final class IssueEvents {
    private static final Logger LOG = LoggerFactory.getLogger(IssueEvents.class);

    private final EventPublisher publisher;

    public IssueEvents(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** To be called after the commit: a listener that throws cannot undo what happened. */
    public void publish(IssueEvent plain, List<IssueEvent> bundle) {
        tell(plain);
        tell(new Bundle(bundle.stream().<JiraIssueEvent>map(Bundled::new).toList()));
    }

    /** Publishes an event that does not concern a single issue. */
    public void publish(Object event) {
        tell(event);
    }

    private void tell(Object event) {
        try {
            publisher.publish(event);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A listener failed on {}", event.getClass().getSimpleName(), e);
        }
    }

    private record Bundle(Collection<JiraIssueEvent> events) implements IssueEventBundle {
        @Override
        public Collection<JiraIssueEvent> getEvents() {
            return events;
        }
    }

    private record Bundled(IssueEvent event) implements DelegatingJiraIssueEvent {
        @Override
        public IssueEvent asIssueEvent() {
            return event;
        }
    }
}
