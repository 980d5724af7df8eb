package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.CHANGE;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.MOVED;
import static org.intercomjira.notification.Samples.SECOND;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.settings;

import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Message;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationRulesTest {
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);

    @ParameterizedTest(name = "linking {0}, trigger {1}, link of {2}, gone {3}: {4} message(s)")
    @CsvSource({
        "true,  true,  ecahpwf5, false, 1",
        "false, true,  ecahpwf5, false, 0",
        "true,  false, ecahpwf5, false, 0",
        "false, false, ecahpwf5, false, 0",
        "true,  true,  second01, false, 0",
        "true,  true,  ecahpwf5, true,  0"})
    void settingsAndLinksDecideWhatIsTold(boolean linking, boolean trigger, String workspace, boolean gone, int messages) {
        Link link = link(new WorkspaceId(workspace), "215", gone);

        assertThat(NotificationRules.messages(MOVED, settings(linking, trigger), connection, List.of(link))).hasSize(messages);
    }

    @Test
    void aChangeThatLeavesTheStatusIsNotTold() {
        IssueChange other = new IssueChange(DEMO_7, DEMO, CHANGE, "Dev Eloper", null);

        assertThat(NotificationRules.messages(other, settings(true, true), connection, List.of(link(ACME, "215", false)))).isEmpty();
    }

    @Test
    void aBrokenConnectionIsToldLater() {
        assertThat(NotificationRules.messages(MOVED, settings(true, true), Samples.connection(ConnectionState.BROKEN),
                List.of(link(ACME, "215", false)))).hasSize(1);
    }

    @Test
    void eachConversationOfTheWorkspaceGetsAMessageThatNamesTheFact() {
        List<Link> links = List.of(link(ACME, "215", false), link(SECOND, "215", false), link(ACME, "216", false));

        List<Message> messages = NotificationRules.messages(MOVED, settings(true, true), connection, links);

        assertThat(messages).extracting(Message::dedupeKey).containsExactly("change:20311:215", "change:20311:216");
        assertThat(messages).extracting(Message::orderKey).containsExactly("ecahpwf5:215", "ecahpwf5:216");
        assertThat(messages).extracting(Message::lane).containsOnly("ecahpwf5");
        assertThat(messages).extracting(Message::sender).containsOnly("10000");
        assertThat(messages).extracting(Message::type).containsOnly("note");
    }
}
