package org.intercomjira.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.search.Jql.NOBODY;
import static org.intercomjira.search.Jql.SOMEBODY;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.List;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.IssueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JqlFunctionsTest {
    private static final List<IssueId> TWO = List.of(new IssueId(12), new IssueId(11));

    private final LinkedIssueStore links = mock(LinkedIssueStore.class);
    private final IssuesWithConversations all = new IssuesWithConversations(links, Jql.texts());
    private final IssuesOfConversations some = new IssuesOfConversations(links, Jql.texts());

    @Test
    void allLinkedIssuesAreNamedByTheirIds() {
        when(links.issues(anyInt())).thenReturn(TWO);

        assertThat(Jql.complaints(all, SOMEBODY)).isEmpty();
        assertThat(Jql.values(all, Jql.by(SOMEBODY, false))).containsExactly(12L, 11L);
    }

    @Test
    void anArgumentTooManyIsRefused() {
        assertThat(Jql.complaints(all, SOMEBODY, "215")).containsExactly("intercom.error.search.no_arguments[]");
    }

    @Test
    void peopleWhoAreNotLoggedInAreToldSoAndFindNothing() {
        when(links.issues(anyInt())).thenReturn(TWO);

        assertThat(Jql.complaints(all, NOBODY)).containsExactly("intercom.error.not_logged_in[]");
        assertThat(Jql.values(all, Jql.by(NOBODY, false))).isEmpty();
        assertThat(Jql.values(all, Jql.by(NOBODY, true))).hasSize(2);
    }

    @Test
    void moreIssuesThanTheBoundAreRefusedWithABetterWay() {
        when(links.count()).thenReturn(200_001);
        when(links.issues(200_001)).thenReturn(Collections.nCopies(200_001, new IssueId(1)));

        assertThat(Jql.complaints(all, SOMEBODY)).containsExactly("intercom.error.search.too_many_issues[200000]");
    }

    @Test
    void manyLinksOfFewIssuesAreNotTooMany() {
        when(links.count()).thenReturn(500_000);
        when(links.issues(anyInt())).thenReturn(TWO);

        assertThat(Jql.complaints(all, SOMEBODY)).isEmpty();
    }

    @Test
    void noIdIsReadToValidateWhenThereAreFewLinks() {
        when(links.count()).thenReturn(200_000);

        assertThat(Jql.complaints(all, SOMEBODY)).isEmpty();
        verify(links, never()).issues(anyInt());
    }

    @Test
    void issuesAreFoundByAnyOfTheGivenConversations() {
        when(links.issuesOf(eq(List.of(new ConversationId("215"), new ConversationId("216"))), anyInt())).thenReturn(TWO);

        assertThat(Jql.complaints(some, SOMEBODY, "215", " 216 ", "215")).isEmpty();
        assertThat(Jql.values(some, Jql.by(SOMEBODY, false), "215", " 216 ", "215")).containsExactly(12L, 11L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "21 5", "215,216", "https://app.intercom.com/a/inbox/x/inbox/conversation/215", "\u0661\u0662"})
    void whatIsNoIdIsNamedInTheComplaint(String wrong) {
        assertThat(Jql.complaints(some, SOMEBODY, "215", wrong)).containsExactly("intercom.error.search.no_conversation_id[" + wrong.substring(0, Math.min(50, wrong.length())) + "]");
        Jql.values(some, Jql.by(SOMEBODY, false), wrong);
        verify(links).issuesOf(eq(List.of()), anyInt());
    }

    @Test
    void noConversationAndTooManyOfThemAreRefused() {
        assertThat(Jql.complaints(some, SOMEBODY)).containsExactly("intercom.error.search.conversation_missing[]");
        assertThat(Jql.complaints(some, SOMEBODY, Collections.nCopies(101, "215").toArray(String[]::new)))
                .containsExactly("intercom.error.search.too_many_conversations[100]");
        verify(links, never()).issuesOf(any(), anyInt());
    }

    @Test
    void jiraIsToldHowManyArgumentsToExpect() {
        assertThat(all.getMinimumNumberOfExpectedArguments()).isZero();
        assertThat(some.getMinimumNumberOfExpectedArguments()).isOne();
    }
}
