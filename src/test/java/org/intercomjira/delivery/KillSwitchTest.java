package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;

class KillSwitchTest {
    private final ManualClock clock = new ManualClock();
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final KillSwitch here = new KillSwitch(cluster.settings(), clock);
    private final KillSwitch elsewhere = new KillSwitch(cluster.settings(), clock);

    @Test
    void itWorksAtOnceHereAndWithinASecondElsewhere() {
        assertThat(here.isThrown()).isFalse();
        assertThat(elsewhere.isThrown()).isFalse();

        here.stopDeliveries();
        assertThat(here.isThrown()).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(elsewhere.isThrown()).isTrue();

        here.resumeDeliveries();
        assertThat(here.isThrown()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(elsewhere.isThrown()).isFalse();
    }
}
