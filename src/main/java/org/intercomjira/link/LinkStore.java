package org.intercomjira.link;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The table LINK, the truth about links. */
@Component
public class LinkStore {
    /** Far above {@link LinkRules#MOST_LINKS}, so that links made in a race are still seen. */
    private static final int MOST_ROWS = 1_000;

    private static final String COLUMNS_OF_A_LINK = String.join(", ", "ID", LinkEntity.ISSUE_ID, LinkEntity.PROJECT_ID, LinkEntity.WORKSPACE_ID,
            LinkEntity.CONVERSATION_ID, LinkEntity.LINKED_BY, LinkEntity.LINKED_AT, LinkEntity.ORIGIN, LinkEntity.REMOTE_STATE);

    private final ActiveObjects ao;

    public LinkStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /** The issue's links, first made first. */
    List<LinkedConversation> ofIssue(IssueId issue) {
        Query query = Query.select().where(LinkEntity.ISSUE_ID + " = ?", issue.value()).order("ID").limit(MOST_ROWS);
        return Arrays.stream(ao.find(LinkEntity.class, query)).map(LinkStore::linked).toList();
    }

    /** The same without what is known of the conversations: what an edit in Jira and every note ask for. */
    List<Link> linksOf(IssueId issue) {
        List<Link> links = new ArrayList<>();
        Query query = Query.select(COLUMNS_OF_A_LINK).where(LinkEntity.ISSUE_ID + " = ?", issue.value()).order("ID").limit(MOST_ROWS);
        ao.stream(LinkEntity.class, query, row -> links.add(link(row)));
        return links;
    }

    /** All links of the conversation, whatever the workspace: ids of two workspaces may be the same. */
    List<Link> ofConversation(ConversationId conversation) {
        Query query = Query.select().where(LinkEntity.CONVERSATION_ID + " = ?", conversation.value()).order("ID").limit(MOST_ROWS);
        return Arrays.stream(ao.find(LinkEntity.class, query)).map(row -> linked(row).link()).toList();
    }

    /** The new link, or empty when the two are linked already, be it by someone else at the same moment. */
    Optional<LinkedConversation> insert(NewLink link, Instant now) {
        return insert(link, now, made -> { });
    }

    /** @param along what is stored in the same transaction, or not at all */
    Optional<LinkedConversation> insert(NewLink link, Instant now, Consumer<Link> along) {
        if (exists(link.key())) {
            return Optional.empty();
        }
        try {
            return Optional.of(ao.executeInTransaction(() -> {
                LinkedConversation made = linked(ao.create(LinkEntity.class, columnsOf(link, now)));
                along.accept(made.link());
                return made;
            }));
        } catch (RuntimeException refused) {
            if (exists(link.key())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** True when it was there and is no more. */
    boolean delete(Link link) {
        return delete(link, gone -> { });
    }

    /** @param along what is stored in the same transaction, or not at all */
    boolean delete(Link link, Consumer<Link> along) {
        String key = NewLink.keyOf(link.issue(), link.workspace(), link.conversation());
        return ao.executeInTransaction(() -> {
            boolean wasThere = ao.deleteWithSQL(LinkEntity.class, LinkEntity.LINK_KEY + " = ?", key) > 0;
            if (wasThere) {
                along.accept(link);
            }
            return wasThere;
        });
    }

    int deleteOfIssue(IssueId issue) {
        return ao.deleteWithSQL(LinkEntity.class, LinkEntity.ISSUE_ID + " = ?", issue.value());
    }

    /** Some of the issues that have links and were last seen in this project, above the given id, in order. */
    Set<IssueId> issuesIn(ProjectId project, long above) {
        Query query = Query.select()
                .where(LinkEntity.PROJECT_ID + " = ? AND " + LinkEntity.ISSUE_ID + " > ?", project.value(), above)
                .order(LinkEntity.ISSUE_ID).limit(MOST_ROWS);
        return Arrays.stream(ao.find(LinkEntity.class, query)).map(row -> new IssueId(row.getIssueId()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    int countOutside(ProjectId project, WorkspaceId workspace) {
        return ao.count(LinkEntity.class, Query.select()
                .where(LinkEntity.PROJECT_ID + " = ? AND " + LinkEntity.WORKSPACE_ID + " <> ?", project.value(), workspace.value()));
    }

    void moveTo(ProjectId project, IssueId issue) {
        Query query = Query.select().where(LinkEntity.ISSUE_ID + " = ?", issue.value()).limit(MOST_ROWS);
        for (LinkEntity row : ao.find(LinkEntity.class, query)) {
            row.setProjectId(project.value());
            row.save();
        }
    }

    void mark(Link link, RemoteState state) {
        change(link, row -> row.setRemoteState(state.code()));
    }

    void markUnsent(long link, boolean unsent) {
        change(link, row -> row.setUnsent(unsent));
    }

    void remember(Link link, Snapshot snapshot, Instant now) {
        change(link, row -> {
            row.setSnapshot(Snapshot.fromJson(row.getSnapshot()).map(snapshot::keepingDetailsOf).orElse(snapshot).toJson());
            row.setSnapshotAt(now.toEpochMilli());
            row.setRemoteState(RemoteState.OK.code());
        });
    }

    private void change(Link link, Consumer<LinkEntity> change) {
        change(link.id(), change);
    }

    private void change(long link, Consumer<LinkEntity> change) {
        LinkEntity row = ao.get(LinkEntity.class, link);
        if (row != null) {
            change.accept(row);
            row.save();
        }
    }

    private boolean exists(String key) {
        return ao.count(LinkEntity.class, Query.select().where(LinkEntity.LINK_KEY + " = ?", key)) > 0;
    }

    private static DBParam[] columnsOf(NewLink link, Instant now) {
        Snapshot snapshot = link.snapshot();
        return new DBParam[] {
            new DBParam(LinkEntity.LINK_KEY, link.key()),
            new DBParam(LinkEntity.ISSUE_ID, link.issue().value()),
            new DBParam(LinkEntity.PROJECT_ID, link.project().value()),
            new DBParam(LinkEntity.WORKSPACE_ID, link.workspace().value()),
            new DBParam(LinkEntity.WORKSPACE_NAME, link.workspaceName()),
            new DBParam(LinkEntity.REGION, link.region().name()),
            new DBParam(LinkEntity.CONVERSATION_ID, link.conversation().value()),
            new DBParam(LinkEntity.LINKED_BY, link.linkedBy()),
            new DBParam(LinkEntity.LINKED_AT, now.toEpochMilli()),
            new DBParam(LinkEntity.ORIGIN, link.origin()),
            new DBParam(LinkEntity.SNAPSHOT, snapshot == null ? null : snapshot.toJson()),
            new DBParam(LinkEntity.SNAPSHOT_AT, snapshot == null ? null : now.toEpochMilli()),
            new DBParam(LinkEntity.REMOTE_STATE, (snapshot == null ? RemoteState.UNCHECKED : RemoteState.OK).code())};
    }

    private static Link link(LinkEntity row) {
        return new Link(row.getId(), new IssueId(row.getIssueId()), new ProjectId(row.getProjectId()),
                new WorkspaceId(row.getWorkspaceId()), new ConversationId(row.getConversationId()), row.getLinkedBy(),
                Instant.ofEpochMilli(row.getLinkedAt()), row.getOrigin(), RemoteState.of(row.getRemoteState()) == RemoteState.GONE);
    }

    private static LinkedConversation linked(LinkEntity row) {
        RemoteState state = RemoteState.of(row.getRemoteState());
        Link link = link(row);
        Snapshot snapshot = Snapshot.fromJson(row.getSnapshot()).orElse(null);
        Instant snapshotAt = row.getSnapshotAt() == null ? null : Instant.ofEpochMilli(row.getSnapshotAt());
        return new LinkedConversation(link, row.getWorkspaceName(), Region.of(row.getRegion()).orElse(Region.US), state, snapshot, snapshotAt,
                row.getUnsent());
    }
}
