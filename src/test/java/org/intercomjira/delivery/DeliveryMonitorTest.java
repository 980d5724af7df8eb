package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.intercomjira.delivery.TestNode.message;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryMonitorTest {
    private final TestDatabase database = TestDatabase.h2(OutboxEntity.class, LaneEntity.class);
    private final ManualClock clock = new ManualClock();
    private final TestNode node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), new ScriptedCourier());
    private final DeliveryMonitor monitor = new DeliveryMonitor(node.store, node.counts, node.killSwitch, clock);

    @AfterEach
    void close() throws SQLException {
        monitor.stop();
        database.close();
    }

    @Test
    void watchersSeeTheNumbersOfAllAndOfEachSenderFromStartToStop() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = new ObjectName(DeliveryMonitor.NAME);
        node.enqueue("1", "a", "b");
        node.outbox.enqueue(message("20000", "2", "c"));
        clock.advance(Duration.ofMinutes(1));
        monitor.start();

        assertThat(server.getAttributes(name, new String[] {"Waiting", "OldestWaitingSeconds", "Delivered24h", "Failed", "Stopped", "nonsense"}).asList())
            .extracting(attribute -> attribute.getName() + "=" + attribute.getValue())
            .containsExactly("Waiting=3", "OldestWaitingSeconds=60", "Delivered24h=0", "Failed=0", "Stopped=false");
        assertThat(server.getAttribute(name, "Senders")).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Map.class))
            .containsOnlyKeys("10000", "20000").hasEntrySatisfying("10000", numbers -> assertThat(numbers).containsEntry("Waiting", 2L));
        assertThat(server.getMBeanInfo(name).getAttributes()).allSatisfy(attribute ->
            assertThat(monitor.getAttribute(attribute.getName())).isNotNull());

        monitor.stop();
        assertThat(server.isRegistered(name)).isFalse();
    }

    @Test
    void theKillSwitchIsSeen() throws Exception {
        node.killSwitch.stopDeliveries();

        assertThat(monitor.getAttribute("Stopped")).isEqualTo(true);
    }

    @Test
    void nothingCanBeChanged() {
        assertThatExceptionOfType(AttributeNotFoundException.class).isThrownBy(() -> monitor.setAttribute(null));
        assertThat(monitor.setAttributes(null)).isEmpty();
        assertThatExceptionOfType(javax.management.ReflectionException.class).isThrownBy(() -> monitor.invoke("stop", null, null));
        assertThatExceptionOfType(AttributeNotFoundException.class).isThrownBy(() -> monitor.getAttribute("nonsense"));
    }
}
