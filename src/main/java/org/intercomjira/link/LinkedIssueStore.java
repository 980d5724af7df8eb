package org.intercomjira.link;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.java.ao.Query;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The table LINK, asked about many issues at once. It checks no permission. */
@Component
public class LinkedIssueStore {
    /** No database here takes more than this many parameters in one statement, and none needs a large answer in memory. */
    private static final int PAGE = 10_000;
    private static final String COLUMNS = "ID, " + LinkEntity.ISSUE_ID;

    private static final String FACTS = String.join(", ", "ID", LinkEntity.ISSUE_ID, LinkEntity.WORKSPACE_ID, LinkEntity.WORKSPACE_NAME, LinkEntity.REGION,
            LinkEntity.CONVERSATION_ID, LinkEntity.LINKED_BY, LinkEntity.LINKED_AT, LinkEntity.REMOTE_STATE, LinkEntity.SNAPSHOT);

    private final ActiveObjects ao;

    public LinkedIssueStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * The issues that have links, the newest first, none twice. Only ids are read, a page at a time along the index of the column.
     *
     * @param most where it stops, however many more there are
     */
    public List<IssueId> issues(int most) {
        List<IssueId> found = new ArrayList<>();
        long below = Long.MAX_VALUE;
        List<Long> page;
        do {
            page = page(below, Math.min(PAGE, most - found.size()));
            page.stream().distinct().map(IssueId::new).forEach(found::add);
            below = page.isEmpty() ? below : page.get(page.size() - 1);
        } while (!page.isEmpty() && found.size() < most);
        return found;
    }

    /** The links of one issue may lie on two pages: the second page begins with the next issue, so no issue comes twice. */
    private List<Long> page(long below, int size) {
        return ids(Query.select(COLUMNS).where(LinkEntity.ISSUE_ID + " < ?", below).order(LinkEntity.ISSUE_ID + " DESC").limit(size));
    }

    /**
     * Some issues in the order of their ids.
     *
     * @param more whether others follow after the last of them
     */
    public record Page(List<IssueId> issues, boolean more) {
    }

    /** Issues that have links and ids above this one. */
    public Page issuesAbove(long issue, int links) {
        return ascending(Query.select(COLUMNS).where(LinkEntity.ISSUE_ID + " > ?", issue), links);
    }

    /** The same of those that were last seen in this project. */
    public Page issuesAbove(ProjectId project, long issue, int links) {
        return ascending(Query.select(COLUMNS).where(LinkEntity.PROJECT_ID + " = ? AND " + LinkEntity.ISSUE_ID + " > ?", project.value(), issue), links);
    }

    private Page ascending(Query query, int links) {
        List<Long> found = ids(query.order(LinkEntity.ISSUE_ID).limit(links));
        return new Page(found.stream().distinct().map(IssueId::new).toList(), found.size() == links);
    }

    /**
     * The issues that one of these conversations is linked to, in whichever workspace, the newest first.
     *
     * @param conversations not too many: each is a parameter of the statement
     * @param most          of the links to look at
     */
    public List<IssueId> issuesOf(Collection<ConversationId> conversations, int most) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(conversations.size(), "?"));
        Object[] values = conversations.stream().map(ConversationId::value).toArray();
        Set<Long> issues = new TreeSet<>(Collections.reverseOrder());
        issues.addAll(ids(Query.select(COLUMNS).where(LinkEntity.CONVERSATION_ID + " IN (" + places + ")", values).order("ID DESC").limit(most)));
        return issues.stream().map(IssueId::new).toList();
    }

    /** The newest links of issues that were last seen in this project, the newest first. */
    public List<LinkFacts> newestIn(ProjectId project, int most) {
        Query query = Query.select(FACTS).where(LinkEntity.PROJECT_ID + " = ?", project.value()).order("ID DESC").limit(most);
        List<LinkFacts> facts = new ArrayList<>();
        ao.stream(LinkEntity.class, query, row -> facts.add(facts(row)));
        return facts;
    }

    private static LinkFacts facts(LinkEntity row) {
        Optional<Snapshot> seen = Snapshot.fromJson(row.getSnapshot());
        String state = RemoteState.of(row.getRemoteState()) == RemoteState.GONE ? RemoteState.GONE.code() : seen.map(Snapshot::state).orElse("unknown");
        return new LinkFacts(new IssueId(row.getIssueId()), new WorkspaceId(row.getWorkspaceId()), row.getWorkspaceName(),
                Region.of(row.getRegion()).orElse(Region.US), new ConversationId(row.getConversationId()), row.getLinkedBy(),
                Instant.ofEpochMilli(row.getLinkedAt()), state, seen.map(Snapshot::subject).orElse(null),
                seen.map(Snapshot::withoutMessageText).map(Snapshot::subject).orElse(null));
    }

    /** How many links there are in all. */
    public int count() {
        return ao.count(LinkEntity.class, Query.select());
    }

    /** Reads row by row and, other than a find, no column that was not asked for. */
    private List<Long> ids(Query query) {
        List<Long> ids = new ArrayList<>();
        ao.stream(LinkEntity.class, query, row -> ids.add(row.getIssueId()));
        return ids;
    }
}
