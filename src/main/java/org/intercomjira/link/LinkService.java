package org.intercomjira.link;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.SystemClock;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes, finds and removes links, and keeps cache and mirror in step with the table. It checks no permission. */
@Component
public class LinkService {
    private static final Logger LOG = LoggerFactory.getLogger(LinkService.class);
    private static final int MOST_CACHED_ISSUES = 10_000;

    private final LinkStore store;
    private final LinkMirror mirror;
    private final Cache<Long, List<Link>> cache;
    private final SystemClock clock;
    private final ObjectProvider<LinkListener> listeners;

    public LinkService(LinkStore store, LinkMirror mirror, @ComponentImport CacheManager caches, SystemClock clock,
                       ObjectProvider<LinkListener> listeners) {
        this.store = store;
        this.mirror = mirror;
        this.clock = clock;
        this.listeners = listeners;
        this.cache = caches.getCache(LinkService.class.getName() + ".byIssue", this::load, new CacheSettingsBuilder()
                .remote().replicateViaInvalidation().maxEntries(MOST_CACHED_ISSUES).expireAfterWrite(1, TimeUnit.HOURS).build());
        // Jira keeps a cache over a reinstallation of the plugin, whose new classes cannot read what the old ones left.
        cache.removeAll();
    }

    /** The issue's links, first made first; also an empty answer is remembered, so most edits in Jira cost no query. */
    public List<Link> linksOf(IssueId issue) {
        return cache.get(issue.value());
    }

    /** The same from the table, for what is sent about a link that was just made: the cache may not know of it yet. */
    public List<Link> linksNowOf(IssueId issue) {
        return load(issue.value());
    }

    /** How many links of issues in this project belong to other workspaces than the given one. */
    public int countOfOtherWorkspaces(ProjectId project, WorkspaceId current) {
        return store.countOutside(project, current);
    }

    /** Intercom says that the conversation is not there: nothing more is sent to it. */
    public void markGone(Link link) {
        store.mark(link, RemoteState.GONE);
        cache.remove(link.issue().value());
    }

    /** Intercom has shown the conversation: the panel tells of it as it is now. */
    public void seen(Link link, Conversation conversation) {
        try {
            store.remember(link, Snapshot.of(conversation), clock.instant());
        } catch (RuntimeException e) {
            // What Intercom was asked for has been done: it must not be done again because of an older picture in the panel.
            LOG.warn("What Intercom showed could not be stored with link {}", link.id(), new Trace(e));
        }
    }

    /** The link with this conversation, of the workspace that is named first if there are two. */
    public Optional<Link> linkOf(IssueId issue, ConversationId conversation, Optional<WorkspaceId> preferred) {
        List<Link> found = linksOf(issue).stream().filter(link -> link.conversation().equals(conversation)).toList();
        return found.stream().filter(link -> preferred.filter(link.workspace()::equals).isPresent()).findFirst().or(() -> found.stream().findFirst());
    }

    /** All links of a conversation, first made first. */
    public List<Link> linksWith(ConversationId conversation) {
        return store.ofConversation(conversation);
    }

    /** Whether something that was written to the conversation from the issue is not there yet. */
    public void markUnsent(long link, boolean unsent) {
        store.markUnsent(link, unsent);
    }

    /** A conversation as a project's token and visible fields show it: for all links of the project's issues with it. */
    void seen(ProjectId project, Link link, Snapshot snapshot) {
        alike(project, link).forEach(each -> store.remember(each, snapshot, clock.instant()));
        if (link.gone()) {
            cache.remove(link.issue().value());
        }
    }

    /** Intercom does not show the conversation to the project's app user. */
    void markUnreadable(ProjectId project, Link link, RemoteState state) {
        alike(project, link).forEach(each -> {
            store.mark(each, state);
            cache.remove(each.issue().value());
        });
    }

    private List<Link> alike(ProjectId project, Link link) {
        return store.ofConversation(link.conversation()).stream().filter(each -> each.id() == link.id()
                || each.project().equals(project) && each.workspace().equals(link.workspace())).toList();
    }

    /** The links with what is known of their conversations, in one query. */
    List<LinkedConversation> conversationsOf(IssueId issue) {
        return store.ofIssue(issue);
    }

    /** The new link, or empty when the two are linked already. */
    Optional<LinkedConversation> link(NewLink link) {
        Optional<LinkedConversation> made = store.insert(link, clock.instant(), linked -> listeners.forEach(listener -> listener.linked(linked)));
        made.ifPresent(linked -> changed(link.issue()));
        return made;
    }

    /** True when it was there and is no more. */
    boolean unlink(Link link) {
        boolean removed = store.delete(link, gone -> listeners.forEach(listener -> listener.unlinked(gone)));
        changed(link.issue());
        return removed;
    }

    /** The issue is no more. */
    void forget(IssueId issue) {
        if (store.deleteOfIssue(issue) > 0) {
            changed(issue);
        }
    }

    /** The issue is new: should it be a clone that was given the properties of its original, it still has no links. */
    void created(IssueId issue) {
        mirror.correct(issue);
    }

    /** The issue is in another project now. */
    void moved(IssueId issue, ProjectId project) {
        store.moveTo(project, issue);
        cache.remove(issue.value());
    }

    private List<Link> load(Long issue) {
        return List.copyOf(store.linksOf(new IssueId(issue)));
    }

    private void changed(IssueId issue) {
        cache.remove(issue.value());
        try {
            mirror.rewrite(issue);
        } catch (RuntimeException e) {
            // The table is the truth and has been written; the next change of the issue's links writes the mirror again.
            LOG.warn("The links of issue {} could not be written into its property", issue.value(), new Trace(e));
        }
    }
}
