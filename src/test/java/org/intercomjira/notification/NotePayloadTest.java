package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.MOVED;

import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotePayloadTest {
    @Test
    void aStoredPayloadIsReadAsItWas() {
        NotePayload payload = NotePayload.of(MOVED, ACME, new ConversationId("215"));

        assertThat(NotePayload.fromJson(payload.toJson())).contains(payload);
        assertThat(payload).isEqualTo(new NotePayload(10_107, "ecahpwf5", "215", 20_311, "Dev Eloper", "To Do", "Done"));
    }

    @Test
    void theWorstTextsStillFitIntoTheOutbox() {
        String worst = "\u0001".repeat(1_000);
        IssueChange change = new IssueChange(DEMO_7, DEMO, Long.MAX_VALUE, worst, new StatusChange(worst, worst));

        String json = NotePayload.of(change, new WorkspaceId("w".repeat(100)), new ConversationId("9".repeat(40))).toJson();

        assertThat(json).hasSizeLessThanOrEqualTo(2_000);
        assertThat(NotePayload.fromJson(json)).map(NotePayload::actor).contains("\u0001".repeat(80));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "{", "{}", "[]", "{\"issue\":\"x\"}", "{\"issue\":1,\"workspace\":\"a\"}"})
    void whatIsNoPayloadIsNone(String stored) {
        assertThat(NotePayload.fromJson(stored)).isEmpty();
    }
}
