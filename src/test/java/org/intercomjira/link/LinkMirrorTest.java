package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.linked;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.entity.property.EntityProperty;
import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class LinkMirrorTest {
    private static final String PROPERTY = "intercom.conversation.links";

    private final LinkStore store = mock(LinkStore.class);
    private final JsonEntityPropertyManager properties = mock(JsonEntityPropertyManager.class);
    private final LinkMirror mirror = new LinkMirror(store, properties);

    @Test
    void thePropertyHasTheShapeThatSearchAndMigrationRead() {
        assertThat(LinkMirror.json(List.of("215", "216"))).isEqualTo("{\"count\":2,\"conversationIds\":[\"215\",\"216\"]}");
    }

    @Test
    void idsAreUniqueAndInTheOrderOfLinking() {
        when(store.ofIssue(DEMO_1)).thenReturn(List.of(linked(ACME, "216", RemoteState.OK), linked(ACME, "215", RemoteState.GONE),
                linked(SECOND, "216", RemoteState.OK)));

        mirror.rewrite(DEMO_1);

        verify(properties).put("IssueProperty", DEMO_1.value(), PROPERTY, "{\"count\":2,\"conversationIds\":[\"216\",\"215\"]}");
    }

    @Test
    void anIssueWithoutLinksHasNoProperty() {
        when(store.ofIssue(DEMO_1)).thenReturn(List.of());

        mirror.rewrite(DEMO_1);

        verify(properties).delete("IssueProperty", DEMO_1.value(), PROPERTY);
        verify(properties, never()).put(any(), any(), any(), any());
    }

    @Test
    void aCloneLosesWhatItsOriginalSaysOfItsLinks() {
        when(store.ofIssue(DEMO_1)).thenReturn(List.of());
        when(properties.get("IssueProperty", DEMO_1.value(), PROPERTY)).thenReturn(mock(EntityProperty.class));

        mirror.correct(DEMO_1);

        verify(properties).delete("IssueProperty", DEMO_1.value(), PROPERTY);
    }

    @Test
    void aNewIssueWithoutThePropertyIsOnlyLookedAt() {
        mirror.correct(DEMO_1);

        verify(properties, never()).delete(any(), any(), any());
        verify(store, never()).ofIssue(any());
    }

    @Test
    @SuppressWarnings("unchecked")
    void aLinkMadeElsewhereWhileWritingIsWrittenToo() {
        when(store.ofIssue(DEMO_1)).thenReturn(List.of(linked(ACME, "215", RemoteState.OK)),
                List.of(linked(ACME, "215", RemoteState.OK), linked(ACME, "216", RemoteState.OK)));

        mirror.rewrite(DEMO_1);

        InOrder order = inOrder(properties);
        order.verify(properties).put("IssueProperty", DEMO_1.value(), PROPERTY, LinkMirror.json(List.of("215")));
        order.verify(properties).put("IssueProperty", DEMO_1.value(), PROPERTY, LinkMirror.json(List.of("215", "216")));
        order.verifyNoMoreInteractions();
    }

    @Test
    void theMostLinksAnIssueMayHaveFitIntoAProperty() {
        List<String> ids = IntStream.range(0, LinkRules.MOST_LINKS).mapToObj(number -> "9".repeat(40)).toList();

        assertThat(LinkMirror.json(ids)).hasSizeLessThan(32_768);
    }
}
