package org.intercomjira.link;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.JiraIssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets links follow their issues: away when an issue is deleted, to another project when it is moved, but not to a clone. */
@Component
public class LinkCleanup {
    private static final Logger LOG = LoggerFactory.getLogger(LinkCleanup.class);

    private final EventPublisher events;
    private final LinkService links;
    private final LinkStore store;
    private final IssueManager issues;
    private final ConnectionService connections;
    private final ObjectProvider<MoveListener> listeners;

    public LinkCleanup(@ComponentImport EventPublisher events, LinkService links, LinkStore store,
                       @ComponentImport IssueManager issues, ConnectionService connections, ObjectProvider<MoveListener> listeners) {
        this.events = events;
        this.links = links;
        this.store = store;
        this.issues = issues;
        this.connections = connections;
        this.listeners = listeners;
    }

    @PostConstruct
    void register() {
        events.register(this);
    }

    @PreDestroy
    void unregister() {
        events.unregister(this);
    }

    @EventListener
    public void onIssueEvents(IssueEventBundle bundle) {
        for (JiraIssueEvent event : bundle.getEvents()) {
            if (event instanceof DelegatingJiraIssueEvent delegating) {
                follow(delegating.asIssueEvent());
            }
        }
    }

    /** Jira deletes the issues of a deleted project without an event for each. */
    @EventListener
    public void onProjectDeleted(ProjectDeletedEvent event) {
        try {
            forgetIssuesOf(new ProjectId(event.getId()));
        } catch (RuntimeException e) {
            LOG.error("The links of deleted project {} could not be removed", event.getId(), new Trace(e));
        }
    }

    private void follow(IssueEvent event) {
        Issue issue = event.getIssue();
        IssueId id = new IssueId(issue.getId());
        try {
            if (EventType.ISSUE_DELETED_ID.equals(event.getEventTypeId())) {
                links.forget(id);
            } else if (EventType.ISSUE_MOVED_ID.equals(event.getEventTypeId()) && !links.linksOf(id).isEmpty()) {
                move(id, new ProjectId(issue.getProjectObject().getId()));
            } else if (EventType.ISSUE_CREATED_ID.equals(event.getEventTypeId()) && isConnected(issue)) {
                links.created(id);
            }
        } catch (RuntimeException e) {
            LOG.error("The links of issue {} could not follow it", issue.getId(), new Trace(e));
        }
    }

    private void move(IssueId issue, ProjectId project) {
        links.moved(issue, project);
        links.linksNowOf(issue).forEach(link -> listeners.forEach(listener -> listener.moved(link, project)));
    }

    /** Elsewhere nobody pays for a look at each new issue, and what other apps keep in the property is theirs. */
    private boolean isConnected(Issue issue) {
        return connections.find(new ProjectId(issue.getProjectObject().getId())).isPresent();
    }

    /** An issue that has been moved elsewhere keeps its links, wherever the row says that it was. */
    private void forgetIssuesOf(ProjectId project) {
        long last = 0;
        for (Set<IssueId> some = store.issuesIn(project, last); !some.isEmpty(); some = store.issuesIn(project, last)) {
            for (IssueId issue : some) {
                last = issue.value();
                if (issues.getIssueObject(issue.value()) == null) {
                    links.forget(issue);
                }
            }
        }
    }
}
