package org.intercomjira.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import java.time.Instant;
import java.util.List;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkedConversationFieldTest {
    private static final IssueId ISSUE = new IssueId(11);

    private final LinkService links = mock(LinkService.class);
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final Issue issue = mock(Issue.class);
    private final ConversationIdsField ids = new ConversationIdsField(links, authentication);
    private final ConversationCountField count = new ConversationCountField(links, authentication);

    @BeforeEach
    void logIn() {
        when(authentication.getLoggedInUser()).thenReturn(Jql.SOMEBODY);
        when(issue.getId()).thenReturn(ISSUE.value());
    }

    @Test
    void conversationsAreListedAndCountedOnceInTheOrderOfLinking() {
        when(links.linksOf(ISSUE)).thenReturn(List.of(link("acme", "217"), link("acme", "215"), link("second", "217")));

        assertThat(ids.getValueFromIssue(null, issue)).isEqualTo("217, 215");
        assertThat(count.getValueFromIssue(null, issue)).isEqualTo(2L);
        assertThat(count.getStringFromSingularObject(2L)).isEqualTo("2");
    }

    @Test
    void withoutLinksTheCellsAreEmpty() {
        when(links.linksOf(ISSUE)).thenReturn(List.of());

        assertThat(ids.getValueFromIssue(null, issue)).isNull();
        assertThat(count.getValueFromIssue(null, issue)).isNull();
        assertThat(count.getStringFromSingularObject(null)).isNull();
    }

    @Test
    void anIssueThatIsOnlyBeingCreatedHasNone() {
        when(issue.getId()).thenReturn(null);

        assertThat(count.getValueFromIssue(null, issue)).isNull();
    }

    @Test
    void peopleWhoAreNotLoggedInSeeNothing() {
        when(authentication.getLoggedInUser()).thenReturn(null);
        when(links.linksOf(ISSUE)).thenReturn(List.of(link("acme", "217")));

        assertThat(ids.getValueFromIssue(null, issue)).isNull();
    }

    @Test
    void nothingCanBeEntered() {
        assertThat(ids.getSingularObjectFromString("215")).isNull();
    }

    private static Link link(String workspace, String conversation) {
        return new Link(1, ISSUE, new ProjectId(1), new WorkspaceId(workspace), new ConversationId(conversation), "JIRAUSER1", Instant.EPOCH, Link.FROM_JIRA, false);
    }
}
