package org.intercomjira.recovery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.intercomjira.platform.IssueId;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;

class FailedJudgementsTest {
    private static final IssueId ISSUE = new IssueId(10_107);

    private final RecoveryWindows windows = mock(RecoveryWindows.class);
    private final FailedJudgements failures = new FailedJudgements(windows, new ManualClock());

    @Test
    void anIssueThatCouldNotBePutOnRecordGetsItsWindowWithTheNextBeatAndOnce() {
        databaseIsAway();
        failures.failed(ISSUE);
        databaseIsBack();

        failures.record();
        failures.record();

        verify(windows, times(2)).open(ISSUE, FailedJudgements.CAUSE);
        verify(windows, never()).openForAll(any());
    }

    @Test
    void anIssueIsKeptUntilItIsOnRecord() {
        databaseIsAway();
        failures.failed(ISSUE);
        assertThatThrownBy(failures::record).hasMessage("The database is away");
        databaseIsBack();

        failures.record();

        verify(windows, times(3)).open(ISSUE, FailedJudgements.CAUSE);
    }

    @Test
    void aFailureOfAnUnknownIssueOpensAWindowOverEverythingOnce() {
        doThrow(new IllegalStateException("The database is away")).doNothing().when(windows).openForAll(FailedJudgements.CAUSE);
        failures.failed();
        assertThatThrownBy(failures::record).hasMessage("The database is away");

        failures.record();
        failures.record();

        verify(windows, times(2)).openForAll(FailedJudgements.CAUSE);
    }

    @Test
    void tenThousandIssuesAreKeptOneByOneAndTheNextOneStandsForAll() {
        databaseIsAway();
        fail(10_000);
        databaseIsBack();
        failures.record();
        verify(windows, never()).openForAll(any());

        databaseIsAway();
        fail(10_001);
        databaseIsBack();
        failures.record();

        verify(windows).openForAll(FailedJudgements.CAUSE);
        verify(windows, times(1)).open(eq(new IssueId(10_001)), any());
    }

    private void fail(int issues) {
        for (int id = 1; id <= issues; id++) {
            failures.failed(new IssueId(id));
        }
    }

    private void databaseIsAway() {
        doThrow(new IllegalStateException("The database is away")).when(windows).open(any(IssueId.class), any());
    }

    private void databaseIsBack() {
        doNothing().when(windows).open(any(IssueId.class), any());
    }
}
