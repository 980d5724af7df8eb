package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbeScheduleTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ProbeSchedule NEVER = new ProbeSchedule(0, null);

    @Test
    void intervalsDoubleFromAMinuteToAnHour() {
        List<Long> minutes = new ArrayList<>();
        ProbeSchedule schedule = NEVER.broken(NOON);
        for (int probe = 0; probe < 9; probe++) {
            minutes.add(Duration.between(NOON, schedule.next()).toMinutes());
            schedule = schedule.refused(NOON);
        }
        assertThat(minutes).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(new ProbeSchedule(Integer.MAX_VALUE - 1, NOON).refused(NOON).next()).isEqualTo(NOON.plus(ProbeSchedule.LONGEST));
    }

    @Test
    void anUnansweredProbeIsRepeatedAfterTheSameInterval() {
        ProbeSchedule schedule = NEVER.broken(NOON).refused(NOON);
        assertThat(schedule.unanswered(NOON.plusSeconds(120))).isEqualTo(new ProbeSchedule(1, NOON.plusSeconds(240)));
    }

    @Test
    void aRelapseGoesOnAndALaterBreakBeginsAnew() {
        ProbeSchedule probed = new ProbeSchedule(2, NOON);
        assertThat(probed.broken(NOON.plusSeconds(30))).isEqualTo(new ProbeSchedule(3, NOON.plusSeconds(30 + 8 * 60)));
        assertThat(probed.broken(NOON.plus(ProbeSchedule.LONGEST)).refusals()).isZero();
    }

    @Test
    void whatAnotherVersionBrokeIsProbedAfterAMinute() {
        assertThat(NEVER.due(NOON)).isEqualTo(NOON.plusSeconds(60));
        assertThat(new ProbeSchedule(3, NOON.minusSeconds(9)).due(NOON)).isEqualTo(NOON.plusSeconds(60));
        assertThat(new ProbeSchedule(3, NOON.plusSeconds(90)).due(NOON)).isEqualTo(NOON.plusSeconds(90));
    }
}
