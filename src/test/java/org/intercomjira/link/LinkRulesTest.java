package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.link;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.ConversationAddress.Id;
import org.intercomjira.intercom.ConversationAddress.Located;
import org.intercomjira.intercom.ConversationAddress.Unusable;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.junit.jupiter.api.Test;

class LinkRulesTest {
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);

    @Test
    void anIdIsTakenFromTheConnectedWorkspace() {
        assertThat(LinkRules.conversation(new Id(CONVERSATION), connection)).isEqualTo(CONVERSATION);
    }

    @Test
    void anAddressOfTheConnectedWorkspaceIsTaken() {
        assertThat(LinkRules.conversation(new Located(CONVERSATION, Optional.of(ACME), Region.EU), connection)).isEqualTo(CONVERSATION);
    }

    @Test
    void anAddressThatSaysTheCurrentWorkspaceIsTaken() {
        assertThat(LinkRules.conversation(new Located(CONVERSATION, Optional.empty(), Region.EU), connection)).isEqualTo(CONVERSATION);
    }

    @Test
    void anAddressOfAnotherWorkspaceIsRefusedWithBothNames() {
        assertRefused(() -> LinkRules.conversation(new Located(CONVERSATION, Optional.of(SECOND), Region.EU), connection),
                422, "link.other_workspace", "second01", "Acme Support");
    }

    @Test
    void anAddressOfAnotherRegionIsRefusedWithBothNames() {
        assertRefused(() -> LinkRules.conversation(new Located(CONVERSATION, Optional.of(ACME), Region.US), connection),
                422, "link.other_region", "US", "Acme Support", "EU");
    }

    @Test
    void whatIsNoAddressIsRefusedWithItsReason() {
        assertRefused(() -> LinkRules.conversation(new Unusable("address.host"), connection), 422, "address.host");
    }

    @Test
    void aConversationIsLinkedToAnIssueOnce() {
        assertRefused(() -> LinkRules.checkRoom(List.of(link(DEMO_1, ACME, CONVERSATION.value())), connection, CONVERSATION),
                409, "link.exists");
    }

    @Test
    void theSameIdInAnotherWorkspaceIsAnotherConversation() {
        assertThatCode(() -> LinkRules.checkRoom(List.of(link(DEMO_1, SECOND, CONVERSATION.value())), connection, CONVERSATION))
                .doesNotThrowAnyException();
    }

    @Test
    void anIssueHasRoomForFiveHundredLinks() {
        List<Link> almost = Collections.nCopies(499, link(DEMO_1, ACME, "1"));
        List<Link> full = Collections.nCopies(500, link(DEMO_1, ACME, "1"));

        assertThatCode(() -> LinkRules.checkRoom(almost, connection, CONVERSATION)).doesNotThrowAnyException();
        assertRefused(() -> LinkRules.checkRoom(full, connection, CONVERSATION), 409, "link.too_many", "500");
    }

    private static void assertRefused(ThrowingCallable call, int status, String code, String... arguments) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(status);
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments()).containsExactly((Serializable[]) arguments);
        });
    }
}
