package org.intercomjira.link;

import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.google.gson.Gson;
import java.util.List;
import org.intercomjira.platform.IssueId;
import org.springframework.stereotype.Component;

/**
 * Writes an issue's links into its property {@code intercom.conversation.links}, for search, backup and migration.
 * It is never read as truth: anyone who may edit the issue may write it.
 */
@Component
public class LinkMirror {
    static final String PROPERTY = "intercom.conversation.links";
    /** The name under which Jira keeps and indexes the properties of issues. */
    static final String ENTITY = "IssueProperty";
    private static final int MOST_ROUNDS = 10;
    private static final Gson GSON = new Gson();

    private final LinkStore links;
    private final JsonEntityPropertyManager properties;

    public LinkMirror(LinkStore links, @ComponentImport JsonEntityPropertyManager properties) {
        this.links = links;
        this.properties = properties;
    }

    /**
     * Makes the property say what the table says. Two nodes may do this at once: each looks again after it has
     * written, so whoever writes last has written what is true.
     */
    void rewrite(IssueId issue) {
        List<String> written = null;
        List<String> ids = idsOf(issue);
        for (int round = 0; round < MOST_ROUNDS && !ids.equals(written); round++) {
            write(issue, ids);
            written = ids;
            ids = idsOf(issue);
        }
    }

    /** The same where there is a property; most issues have none, and for them it only looks. */
    void correct(IssueId issue) {
        if (properties.get(ENTITY, issue.value(), PROPERTY) != null) {
            rewrite(issue);
        }
    }

    private void write(IssueId issue, List<String> ids) {
        if (ids.isEmpty()) {
            properties.delete(ENTITY, issue.value(), PROPERTY);
        } else {
            properties.put(ENTITY, issue.value(), PROPERTY, json(ids));
        }
    }

    private List<String> idsOf(IssueId issue) {
        return links.ofIssue(issue).stream().map(each -> each.link().conversation().value()).distinct().toList();
    }

    static String json(List<String> conversationIds) {
        return GSON.toJson(new Value(conversationIds.size(), conversationIds));
    }

    private record Value(int count, List<String> conversationIds) {
    }
}
