package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.Comment;
import java.sql.Timestamp;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.intercomjira.delivery.CoveredFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.notification.IssueRecovery.Recovered;
import org.intercomjira.recovery.Silence;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.Test;

class IssueRecoveryTest {
    private final RecoveryScene scene = new RecoveryScene();

    @Test
    void whatHasNoRowWasLostAndGetsItsNote() {
        scene.moved(1, 10);
        scene.commented(7, 20, "It works");

        assertThat(recover()).isEqualTo(new Recovered(2, 2));
        assertThat(scene.recovered).containsOnlyKeys("change:1:215", "comment:7:215");
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "recovered")).containsEntry("comment:7", new KnownFact(false, "recovered"));
    }

    @Test
    void aHealthyHourHasNothingToRecover() {
        scene.moved(1, 10);
        scene.moved(2, 20);
        scene.commented(7, 30, "It works");
        scene.hasNote(1, false);
        scene.known.put("change:2", new KnownFact(false, "trigger_off"));
        scene.known.put("comment:7", new KnownFact(false, "restricted"));

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
        verify(scene.outbox, never()).enqueueMissing(any(), any(), any(), any());
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void aLostCommentThatWasEditedSinceIsCovered() {
        Comment edited = scene.commented(7, 20, "It works");
        when(edited.getUpdated()).thenReturn(Date.from(scene.start.plusSeconds(30)));

        assertThat(recover()).isEqualTo(new Recovered(0, 1));
        assertThat(scene.known).containsEntry("comment:7", new KnownFact(false, "restricted"));
    }

    @Test
    void onlyWhatLiesInTheWindowIsRecovered() {
        scene.moved(1, 10);
        scene.moved(2, 100);
        scene.moved(3, 200);

        scene.recovery.recover(scene.issue, List.of(scene.window(50, 150)));

        assertThat(scene.recovered).containsOnlyKeys("change:2:215");
    }

    @Test
    void whatHappenedOnlyJustNowIsLeftToItsEvent() {
        scene.moved(1, 595);

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
    }

    @Test
    void aLostFactGoesBeforeWhatHappenedLater() {
        scene.moved(1, 10);
        scene.moved(2, 20);
        scene.moved(3, 30);
        scene.hasNote(1, true);
        scene.hasNote(3, true);

        recover();

        assertThat(scene.recovered.get("change:2:215").later()).containsExactly("change:3:215");
    }

    @Test
    void aLinkThatIsYoungerIsNotOwed() {
        scene.links(Samples.link(Samples.ACME, "215", false), scene.linkedAt("300", 15));
        scene.moved(1, 10);
        scene.moved(2, 20);

        recover();

        assertThat(scene.recovered).containsOnlyKeys("change:1:215", "change:2:215", "change:2:300");
    }

    @Test
    void aNewLinkThatAnotherNodeDidNotKnowIsCaughtUpOn() {
        scene.links(Samples.link(Samples.ACME, "215", false), scene.linkedAt("300", 5));
        scene.moved(1, 10);
        scene.hasNote(1, false);

        recover();

        assertThat(scene.recovered).containsOnlyKeys("change:1:300");
    }

    @Test
    void aLinkByANodeWhoseClockIsAheadIsNoYoungerThanWhatItsConversationHasANoteAbout() {
        scene.links(scene.linkedAt("215", 40));
        scene.moved(1, 10);
        scene.moved(2, 20);
        scene.hasNote(1, true);

        recover();

        assertThat(scene.recovered).containsOnlyKeys("change:2:215");
    }

    @Test
    void anEarlierFactThatWasLostTooDoesNotMakeTheLinkOlder() {
        scene.links(scene.linkedAt("215", 40));
        scene.moved(1, 10);
        scene.moved(2, 20);

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
    }

    @Test
    void aNoteAboutALaterFactDoesNotMakeTheLinkOlder() {
        scene.links(scene.linkedAt("215", 40));
        scene.moved(1, 10);
        scene.moved(2, 50);
        scene.hasNote(2, true);

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
    }

    @Test
    void whatIsRecoveredOrCoveredBelongsToTheLaneAndTheProjectOfTheConnection() {
        scene.isSilent(new Silence("ann", null, scene.start, scene.start.plusSeconds(60)));
        scene.moved(1, 10);
        scene.moved(2, 300);

        recover();

        verify(scene.outbox).cover(new CoveredFact("change:1", "ecahpwf5", "10000", "silent_bulk"));
        verify(scene.outbox).enqueueMissing(eq("ecahpwf5"), eq("10000"), any(), eq(List.of("change:2")));
    }

    @Test
    void aMessageOrACoveredFactIsSomethingThatTheNoteBehindItHasToWaitFor() {
        assertThat(Recovered.NOTHING.isSomething()).isFalse();
        assertThat(new Recovered(1, 0).isSomething()).isTrue();
        assertThat(new Recovered(0, 1).isSomething()).isTrue();
    }

    @Test
    void aSecurityLevelNowHidesWhatWasLost() {
        when(scene.issue.getSecurityLevelId()).thenReturn(1L);
        scene.moved(1, 10);

        assertCovered("change:1", "security_level");
    }

    @Test
    void aSecurityLevelThatWasTakenAwayMeanwhileHidesWhatWasLost() {
        scene.moved(1, 10);
        scene.changed(2, 60, "security");

        assertCovered("change:1", "security_level");
    }

    @Test
    void aFactThatWasCoveredForItsSecurityLevelHidesTheOthers() {
        scene.moved(1, 10);
        scene.moved(2, 20);
        scene.known.put("change:2", new KnownFact(false, "security_level"));

        assertCovered("change:1", "security_level");
    }

    @Test
    void aFactThatWasCoveredForItsArchivingHidesTheOthers() {
        scene.moved(1, 10);
        scene.moved(2, 20);
        scene.known.put("change:2", new KnownFact(false, "archived"));

        assertCovered("change:1", "archived");
    }

    @Test
    void aSubTaskWhoseParentWasChangedMayHaveBeenHidden() {
        MutableIssue parent = Samples.issue();
        when(parent.getUpdated()).thenReturn(Timestamp.from(scene.start.plusSeconds(20)));
        when(scene.issue.isSubTask()).thenReturn(true);
        when(scene.issue.getParentObject()).thenReturn(parent);
        scene.moved(1, 10);

        assertCovered("change:1", "parent_changed");
    }

    @Test
    void aSubTaskWhoseParentIsAtRestIsRecovered() {
        MutableIssue parent = Samples.issue();
        when(parent.getUpdated()).thenReturn(Timestamp.from(scene.start.minusSeconds(7_200)));
        when(scene.issue.isSubTask()).thenReturn(true);
        when(scene.issue.getParentObject()).thenReturn(parent);
        scene.moved(1, 10);

        recover();

        assertThat(scene.recovered).containsOnlyKeys("change:1:215");
    }

    @Test
    void whatMayHaveBeenJudgedByOtherSettingsIsCovered() {
        scene.isSet(Samples.settings(true, true), scene.start.plusSeconds(100));
        scene.moved(1, 90);
        scene.moved(2, 155);
        scene.moved(3, 165);

        recover();

        assertThat(scene.recovered).as("clocks differ by up to a minute").containsOnlyKeys("change:3:215");
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "settings_changed")).containsEntry("change:2", new KnownFact(false, "settings_changed"));
    }

    @Test
    void whatTheSettingsDoNotWantIsCovered() {
        scene.isSet(Samples.settings(true, false).with(Switch.COMMENT_FILTER, true), scene.start.minusSeconds(7_200));
        scene.moved(1, 10);
        scene.commented(7, 20, "It works");

        assertThat(recover()).isEqualTo(new Recovered(0, 2));
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "trigger_off")).containsEntry("comment:7", new KnownFact(false, "filter"));
    }

    @Test
    void whatABulkOperationWithoutMailDidIsCovered() {
        scene.isSilent(new Silence("ann", null, scene.start, scene.start.plusSeconds(60)));
        scene.moved(1, 10);
        scene.moved(2, 300);

        recover();

        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "silent_bulk"));
        assertThat(scene.recovered).containsOnlyKeys("change:2:215");
    }

    @Test
    void whatTheAppItselfDidDoesNotComeBackToItsConversation() {
        scene.links(Samples.link(Samples.ACME, "215", false), Samples.link(Samples.ACME, "216", false));
        scene.isSilent(new Silence(null, "ecahpwf5:215", scene.start, scene.start.plusSeconds(60)));
        scene.moved(1, 10);

        recover();

        assertThat(scene.recovered).containsOnlyKeys("change:1:216");
    }

    @Test
    void withoutAConnectionNothingIsOwed() {
        when(scene.connections.findNow(Samples.DEMO)).thenReturn(Optional.empty());
        scene.moved(1, 10);

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
    }

    @Test
    void withoutAConversationThatCanBeReachedNothingIsOwed() {
        scene.links(Samples.link(Samples.ACME, "215", true), Samples.link(Samples.SECOND, "216", false));
        scene.moved(1, 10);

        assertThat(recover()).isEqualTo(Recovered.NOTHING);
        verify(scene.outbox, never()).cover(any());
    }

    private void assertCovered(String fact, String reason) {
        recover();

        assertThat(scene.recovered).isEmpty();
        assertThat(scene.known).containsEntry(fact, new KnownFact(false, reason));
    }

    private Recovered recover() {
        return scene.recovery.recover(scene.issue, List.of(scene.window(-600, 660)));
    }
}
