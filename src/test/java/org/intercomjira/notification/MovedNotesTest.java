package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.MOVED;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.util.function.Predicate;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class MovedNotesTest {
    private final Outbox outbox = mock(Outbox.class);

    @Test
    @SuppressWarnings("unchecked")
    void theIssuesNotesNeedTheNewProjectsAuthorisation() {
        new MovedNotes(outbox).moved(Samples.link(ACME, "215", false), new ProjectId(10_001));

        ArgumentCaptor<Predicate<Message>> concerned = ArgumentCaptor.forClass(Predicate.class);
        verify(outbox).reassign(eq("ecahpwf5"), eq("ecahpwf5:215"), concerned.capture(), eq("10001"));
        String payload = Samples.payload(MOVED).toJson();
        assertThat(concerned.getValue()).accepts(message("note", payload)).rejects(message("part", payload), message("note", "{}"), message("note", "12"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void anotherIssuesNotesInTheSameConversationStay() {
        Link other = new Link(2, new IssueId(10_108), Samples.DEMO, ACME, Samples.link(ACME, "215", false).conversation(), "JIRAUSER1",
                Samples.link(ACME, "215", false).linkedAt(), Link.FROM_JIRA, false);
        new MovedNotes(outbox).moved(other, new ProjectId(10_001));

        ArgumentCaptor<Predicate<Message>> concerned = ArgumentCaptor.forClass(Predicate.class);
        verify(outbox).reassign(eq("ecahpwf5"), eq("ecahpwf5:215"), concerned.capture(), eq("10001"));
        assertThat(concerned.getValue()).rejects(message("note", Samples.payload(MOVED).toJson()));
    }

    private static Message message(String type, String payload) {
        return new Message("ecahpwf5", "10000", "ecahpwf5:215", "fact", type, payload);
    }
}
