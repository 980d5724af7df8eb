package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.NOON;
import static org.intercomjira.link.Samples.conversation;

import java.util.List;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
    @Test
    void aStoredSnapshotIsReadAsItWas() {
        Snapshot snapshot = Snapshot.of(conversation("Checkout \"total\" <b>is</b> wrong \uD83D\uDE00"));

        assertThat(Snapshot.fromJson(snapshot.toJson())).contains(snapshot);
        assertThat(snapshot.contactName()).isEqualTo("Ada Example");
        assertThat(snapshot.contactKind()).isEqualTo("user");
        assertThat(snapshot.state()).isEqualTo("open");
        assertThat(snapshot.updatedAt()).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void theContactsAddressIsNotKept() {
        assertThat(Snapshot.of(conversation("Hello")).toJson()).doesNotContain("ada@example.org").doesNotContain("email");
    }

    @Test
    void whatIntercomLeavesOutIsMissing() {
        Contact nameless = new Contact("1", Contact.Kind.LEAD, null, null);
        Conversation bare = new Conversation(CONVERSATION, "", "", Conversation.State.SNOOZED, nameless, null, null, List.of());

        Snapshot snapshot = Snapshot.of(bare);

        assertThat(snapshot).isEqualTo(new Snapshot(Snapshot.VERSION, "", "", "#" + nameless.id().substring(Math.max(0, nameless.id().length() - 5)), "lead", "snoozed", null, null, null));
        assertThat(Snapshot.fromJson(snapshot.toJson())).contains(snapshot);
    }

    @Test
    void whatCannotBeSeenIsMissingAlsoInAStoredOne() {
        Snapshot stored = Snapshot.fromJson("{\"version\":2,\"subject\":\"\ufeff\",\"excerpt\":\"\u3164\",\"contactName\":\"\u200b\",\"state\":\"open\"}").orElseThrow();

        assertThat(stored).isEqualTo(new Snapshot(Snapshot.VERSION, null, null, null, null, "open", null, null, null));
    }

    @Test
    void whatIsCutFromALongTextMayBeAllThatCouldBeSeen() {
        assertThat(Snapshot.of(conversation("\u200b".repeat(250) + "a")).subject()).isNull();
    }

    @Test
    void longTextsAreCutBetweenCharacters() {
        String smile = "\uD83D\uDE00";

        assertThat(Snapshot.of(conversation(smile.repeat(300))).subject()).isEqualTo(smile.repeat(250));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "null", "{", "[]", "7", "{\"version\":3,\"subject\":\"later\"}", "{\"subject\":\"none\"}", "{\"version\":\"x\"}"})
    void whatIsNoSnapshotOfThisShapeIsNone(String stored) {
        assertThat(Snapshot.fromJson(stored)).isEmpty();
    }

    @Test
    void withoutMessageTextTheTitleStays() {
        Snapshot bare = Snapshot.of(conversation("Checkout total is wrong")).withoutMessageText();

        assertThat(bare.subject()).isEqualTo("Checkout total is wrong");
        assertThat(bare.excerpt()).isNull();
        assertThat(bare.contactName()).isEqualTo("Ada Example");
    }

    @Test
    void aSubjectThatIsTheMessageItselfGoesWithIt() {
        assertThat(Snapshot.of(conversation("Hi, my total is wrong")).withoutMessageText().subject()).isNull();
    }
}
