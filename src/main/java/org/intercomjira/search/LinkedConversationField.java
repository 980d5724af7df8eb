package org.intercomjira.search;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.impl.CalculatedCFType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.security.JiraAuthenticationContext;
import java.util.List;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;

/**
 * A column of the issue list that is computed from the links. It shows only: searching and sorting go by the property index. A row
 * costs no query when the issue's links are in the cache, and one that fills it otherwise.
 *
 * @param <V> what the column shows
 */
abstract class LinkedConversationField<V> extends CalculatedCFType<V, V> {
    private final LinkService links;
    private final JiraAuthenticationContext authentication;

    LinkedConversationField(LinkService links, JiraAuthenticationContext authentication) {
        this.links = links;
        this.authentication = authentication;
    }

    /** @param conversations none twice, first linked first, at least one */
    abstract V shown(List<String> conversations);

    /** Null, which is an empty cell, without links and for people who are not logged in. */
    @Override
    public V getValueFromIssue(CustomField field, Issue issue) {
        if (authentication.getLoggedInUser() == null || issue.getId() == null) {
            return null;
        }
        List<String> conversations = links.linksOf(new IssueId(issue.getId())).stream().map(link -> link.conversation().value()).distinct().toList();
        return conversations.isEmpty() ? null : shown(conversations);
    }

    @Override
    public String getStringFromSingularObject(V value) {
        return value == null ? null : value.toString();
    }

    /** Nobody can enter a value: it is not stored. */
    @Override
    public V getSingularObjectFromString(String text) {
        return null;
    }
}
