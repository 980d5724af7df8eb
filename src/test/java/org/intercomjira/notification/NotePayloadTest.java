package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.ALL_AT_ONCE;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.MOVE;

import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotePayloadTest {
    @Test
    void aStoredPayloadIsReadAsItWas() {
        NotePayload payload = NotePayload.of(ALL_AT_ONCE, MOVE, ACME, new ConversationId("215"));

        assertThat(NotePayload.fromJson(payload.toJson())).contains(payload);
        assertThat(payload).isEqualTo(new NotePayload(10_107, "ecahpwf5", "215", Fact.Kind.CHANGE, 20_311, "Dev Eloper", true, null, "Ann Other",
                "To Do", "Done", 10_200L, FunctionWish.NONE, false, null, false));
        assertThat(NotePayload.fromJson(payload.late().toJson())).map(NotePayload::isLate).contains(true);
        assertThat(NotePayload.fromJson(payload.withInternalComments(true).late().toJson())).map(NotePayload::internalSent).contains(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "a", "\"", "\\", "\uD83D\uDE00", "\u2028", "<", "\uD83D"})
    void theWorstTextsStillFitIntoTheOutbox(String character) {
        String worst = character.repeat(1_000);
        IssueChange change = new IssueChange(new IssueId(Long.MAX_VALUE), DEMO, worst, Long.MAX_VALUE, new AssigneeChange(worst, worst),
                new StatusChange("1", "2", worst, worst), new NewComment(Long.MAX_VALUE, worst, false), FunctionWish.REOPEN, Long.MAX_VALUE);
        NotePayload payload = NotePayload.of(change, Fact.change(Long.MAX_VALUE), new WorkspaceId("w".repeat(60)), new ConversationId("9".repeat(30)));

        String json = payload.late().toJson();

        assertThat(json).hasSizeLessThanOrEqualTo(450);
        assertThat(NotePayload.fromJson(json).orElseThrow().toStatus()).endsWith("\u2026").hasSizeGreaterThan(3);
    }

    @Test
    void namesOfUsualLengthAreKeptWhole() {
        String name = "Wolfeschlegelsteinhausenbergerdorff";

        assertThat(NotePayload.fromJson(NotePayload.of(new IssueChange(DEMO_7, DEMO, name, 20_311L, new AssigneeChange(name, name), Samples.TO_DONE,
                null, FunctionWish.NONE, 0), MOVE, ACME, new ConversationId("215475827415413")).toJson()).orElseThrow().fromPerson()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "{", "{}", "[]", "{\"issue\":\"x\"}", "{\"issue\":1,\"workspace\":\"a\"}"})
    void whatIsNoPayloadIsNone(String stored) {
        assertThat(NotePayload.fromJson(stored)).isEmpty();
    }
}
