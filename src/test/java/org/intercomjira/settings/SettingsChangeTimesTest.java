package org.intercomjira.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(SettingsChangeEntity.class)
class SettingsChangeTimesTest {
    private static final ProjectId DEMO = new ProjectId(10_000);
    private static final ProjectSettings ON = ProjectSettings.DEFAULTS;
    private static final ProjectSettings OFF = ON.with(Switch.TRANSITION_NOTES, false);

    private final ManualClock clock = new ManualClock();
    private final SettingsChangeTimes times;

    SettingsChangeTimesTest(TestDatabase database) {
        times = new SettingsChangeTimes(new SettingsChangeStore(database.activeObjects()), clock);
    }

    @OnEveryDatabase
    void settingsThatNobodyHasSeenBeforeAreAsOldAsTheirFirstLook() {
        Instant first = clock.instant();
        assertThat(times.changedAt(DEMO, ON)).isEqualTo(first);
        clock.advance(Duration.ofMinutes(5));
        assertThat(times.changedAt(DEMO, ON)).isEqualTo(first);
    }

    @OnEveryDatabase
    void aChangeIsNoticedWhoeverMadeIt() {
        times.connected(DEMO, ON);
        assertThat(times.changedAt(DEMO, ON)).isEqualTo(Instant.EPOCH);
        clock.advance(Duration.ofMinutes(5));

        assertThat(times.changedAt(DEMO, OFF)).isEqualTo(clock.instant());

        Instant changed = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        assertThat(times.changedAt(DEMO, OFF)).isEqualTo(changed);
        times.connected(DEMO, OFF);
        assertThat(times.changedAt(DEMO, OFF)).as("a Connect forgets no change").isEqualTo(changed);
    }

    @OnEveryDatabase
    void whatDecidesNothingAboutThePastIsNoChange() {
        times.connected(DEMO, ON);
        clock.advance(Duration.ofMinutes(5));

        assertThat(times.changedAt(DEMO, ON.with(Switch.PANEL, false).with(Switch.TRANSITION_REOPENS, true))).isEqualTo(Instant.EPOCH);
    }
}
