package org.intercomjira.delivery;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import org.intercomjira.platform.StartsWithJira;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * How deliveries stand, for the tools that watch Jira over JMX: {@value #NAME}. A dynamic bean, because for the other kinds the JDK keeps
 * what it has learnt of their classes, and with it this plugin after it was removed.
 */
@Component
@Order(110)
class DeliveryMonitor implements DynamicMBean, StartsWithJira {
    static final String NAME = "org.intercomjira:type=Deliveries";
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryMonitor.class);
    private static final MBeanInfo INFO = new MBeanInfo(DeliveryMonitor.class.getName(), "Deliveries from Jira to Intercom", new MBeanAttributeInfo[] {
        number("Waiting", "messages that wait"),
        number("OldestWaitingSeconds", "how long the oldest of them has waited"),
        number("Delivered24h", "messages delivered in the last 24 hours"),
        number("Failed", "messages that were given up and wait for an administrator"),
        new MBeanAttributeInfo("Stopped", "boolean", "whether the kill switch stops all deliveries", true, false, true),
        new MBeanAttributeInfo("Senders", Map.class.getName(), "the same numbers by id of the project", true, false, false)
    }, null, null, null);

    private final OutboxStore store;
    private final OutboxCounts counts;
    private final KillSwitch killSwitch;
    private final Clock clock;

    DeliveryMonitor(OutboxStore store, OutboxCounts counts, KillSwitch killSwitch, Clock clock) {
        this.store = store;
        this.counts = counts;
        this.killSwitch = killSwitch;
        this.clock = clock;
    }

    private static MBeanAttributeInfo number(String name, String description) {
        return new MBeanAttributeInfo(name, "long", description, true, false, false);
    }

    /** Watching is worth no trouble: without the bean everything else works. */
    @Override
    public void start() {
        try {
            ManagementFactory.getPlatformMBeanServer().registerMBean(this, new ObjectName(NAME));
        } catch (JMException e) {
            LOG.warn("Deliveries cannot be watched over JMX: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
        } catch (JMException e) {
            LOG.debug("There was nothing to watch");
        }
    }

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
        Instant since = clock.instant().minus(Duration.ofDays(1));
        switch (attribute) {
            case "Stopped":
                return killSwitch.isThrown();
            case "Senders":
                Map<String, Map<String, Long>> senders = new TreeMap<>();
                store.senders().forEach(sender -> senders.put(sender, numbers(counts.of(sender, since))));
                return senders;
            default:
                Long number = numbers(counts.ofAll(since)).get(attribute);
                if (number == null) {
                    throw new AttributeNotFoundException(attribute);
                }
                return number;
        }
    }

    private Map<String, Long> numbers(DeliveryCounts now) {
        Instant oldest = now.oldestWaiting();
        return Map.of("Waiting", (long) now.waiting(), "Delivered24h", (long) now.delivered24h(), "Failed", (long) now.failed(),
            "OldestWaitingSeconds", oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()));
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        AttributeList values = new AttributeList();
        for (String name : names) {
            try {
                values.add(new Attribute(name, getAttribute(name)));
            } catch (AttributeNotFoundException e) {
                LOG.debug("There is no {} to watch", name);
            }
        }
        return values;
    }

    @Override
    public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
        throw new AttributeNotFoundException("Nothing can be set");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        return new AttributeList();
    }

    @Override
    public Object invoke(String action, Object[] parameters, String[] signature) throws ReflectionException {
        throw new ReflectionException(new NoSuchMethodException(action));
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return INFO;
    }
}
