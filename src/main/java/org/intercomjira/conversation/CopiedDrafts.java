package org.intercomjira.conversation;

import java.util.List;
import org.springframework.stereotype.Component;

/** Deletes drafts of notes and replies that were copied from another Jira along with its database. */
@Component
public class CopiedDrafts {
    private final DraftStore store;
    private final Drafts drafts;

    CopiedDrafts(DraftStore store, Drafts drafts) {
        this.store = store;
        this.drafts = drafts;
    }

    /** Deletes all drafts; their links no longer show unsent messages. The number of drafts. */
    public int deleteAll() {
        int deleted = 0;
        for (List<Draft> page = store.oldest(); !page.isEmpty(); page = store.oldest()) {
            page.forEach(drafts::forget);
            deleted += page.size();
        }
        return deleted;
    }
}
