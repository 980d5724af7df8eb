package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.ConversationAddress;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.platform.ApiException;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.MockedStatic;

class ConversationLinkingTest {
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final ConversationLookup lookup = mock(ConversationLookup.class);
    private final LinkService links = mock(LinkService.class);
    private final IntercomEndpoints endpoints = mock(IntercomEndpoints.class);
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);
    private final ConversationLinking linking = new ConversationLinking(connections, settings, endpoints, lookup, links);
    private final MockedStatic<ConversationAddress> addresses = mockStatic(ConversationAddress.class);

    @BeforeEach
    void connect() {
        when(connections.find(DEMO)).thenReturn(Optional.of(connection));
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS);
        when(lookup.read(connection, CONVERSATION)).thenReturn(Optional.of(Snapshot.of(Samples.conversation("Checkout"))));
        when(links.link(any())).thenReturn(Optional.of(Samples.linked(ACME, CONVERSATION.value(), RemoteState.OK)));
        addresses.when(() -> ConversationAddress.parse("pasted", endpoints)).thenReturn(new ConversationAddress.Id(CONVERSATION));
    }

    @AfterEach
    void release() {
        addresses.close();
    }

    @Test
    void theConversationIsLinkedWithWhatIntercomShows() {
        link();

        assertThat(linked()).isEqualTo(new NewLink(DEMO_1, DEMO, ACME, "Acme Support", connection.region(), CONVERSATION, "JIRAUSER2",
                Link.FROM_JIRA, Snapshot.of(Samples.conversation("Checkout"))));
    }

    @Test
    void itIsLinkedUncheckedWhenIntercomCannotBeAsked() {
        when(lookup.read(connection, CONVERSATION)).thenReturn(Optional.empty());

        link();

        assertThat(linked().snapshot()).isNull();
    }

    @Test
    void aProjectThatIsNotConnectedLinksNothing() {
        when(connections.find(DEMO)).thenReturn(Optional.empty());

        assertRefused(409, "connection.missing");
    }

    @Test
    void aProjectThatSwitchedLinkingOffLinksNothing() {
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS.with(Switch.LINKING, false));

        assertRefused(409, "link.disabled");
    }

    @Test
    void aKnownLinkIsRefusedWithoutAskingIntercom() {
        when(links.conversationsOf(DEMO_1)).thenReturn(List.of(Samples.linked(ACME, CONVERSATION.value(), RemoteState.OK)));

        assertRefused(409, "link.exists");
        verifyNoInteractions(lookup);
    }

    @Test
    void whoLosesARaceIsToldThatTheLinkExists() {
        when(links.link(any())).thenReturn(Optional.empty());

        assertThatThrownBy(this::link).isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code()).isEqualTo("link.exists"));
    }

    @Test
    void aConversationThatIsNotThereIsNotLinked() {
        when(lookup.read(connection, CONVERSATION)).thenThrow(new ApiException(422, "link.conversation_not_found"));

        assertRefused(422, "link.conversation_not_found");
    }

    private void assertRefused(int status, String code) {
        assertThatThrownBy(this::link).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
        });
        verify(links, never()).link(any());
    }

    private NewLink linked() {
        ArgumentCaptor<NewLink> link = ArgumentCaptor.forClass(NewLink.class);
        verify(links).link(link.capture());
        return link.getValue();
    }

    private void link() {
        linking.link(Samples.issue(), "JIRAUSER2", "pasted");
    }
}
