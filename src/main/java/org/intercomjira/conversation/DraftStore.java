package org.intercomjira.conversation;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.link.Link;
import org.intercomjira.platform.IssueId;
import org.springframework.stereotype.Component;

/** The table DRAFT. The outbox keeps ids only, so what people write waits here. */
@Component
class DraftStore {
    private static final int MOST_SHOWN = 100;

    private final ActiveObjects ao;

    DraftStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    <T> T inTransaction(Supplier<T> work) {
        return ao.executeInTransaction(work::get);
    }

    Draft insert(Link link, String author, Draft.Kind kind, String body, Instant now) {
        return draft(ao.create(DraftEntity.class, new DBParam(DraftEntity.LINK_ID, link.id()), new DBParam(DraftEntity.ISSUE_ID, link.issue().value()),
                new DBParam(DraftEntity.AUTHOR, author), new DBParam(DraftEntity.KIND, kind.name()), new DBParam(DraftEntity.BODY, body),
                new DBParam(DraftEntity.CREATED_AT, now.toEpochMilli())));
    }

    Optional<Draft> find(long id) {
        return Optional.ofNullable(ao.get(DraftEntity.class, id)).map(DraftStore::draft);
    }

    /** Oldest first. */
    List<Draft> ofLink(long link) {
        Query query = Query.select().where(DraftEntity.LINK_ID + " = ?", link).order("ID").limit(MOST_SHOWN);
        return Arrays.stream(ao.find(DraftEntity.class, query)).map(DraftStore::draft).toList();
    }

    /** A page of all drafts, oldest first. */
    List<Draft> oldest() {
        return Arrays.stream(ao.find(DraftEntity.class, Query.select().order("ID").limit(MOST_SHOWN))).map(DraftStore::draft).toList();
    }

    void delete(Draft draft) {
        ao.deleteWithSQL(DraftEntity.class, "ID = ?", draft.id());
    }

    /** Those with an id above this one that were written before this time, lowest id first. */
    List<Draft> writtenBefore(Instant time, long afterId, int limit) {
        Query query = Query.select().where("ID > ? AND " + DraftEntity.CREATED_AT + " < ?", afterId, time.toEpochMilli()).order("ID").limit(limit);
        return Arrays.stream(ao.find(DraftEntity.class, query)).map(DraftStore::draft).toList();
    }

    private static Draft draft(DraftEntity row) {
        return new Draft(row.getId(), row.getLinkId(), new IssueId(row.getIssueId()), row.getAuthor(), Draft.Kind.valueOf(row.getKind()),
                row.getBody(), Instant.ofEpochMilli(row.getCreatedAt()));
    }
}
