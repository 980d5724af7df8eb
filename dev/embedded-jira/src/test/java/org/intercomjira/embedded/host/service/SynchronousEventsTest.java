package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.event.api.EventListener;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events as Jira publishes them to plugins. */
class SynchronousEventsTest {
    private final SynchronousEvents events = new SynchronousEvents();

    /** Notes what it hears, and on which thread. */
    public static final class Listener {
        private final List<Object> heard = new ArrayList<>();
        private Thread thread;

        @EventListener
        public void onNumber(Number number) {
            heard.add(number);
            thread = Thread.currentThread();
        }

        @EventListener
        public void onText(String text) {
            throw new IllegalStateException("cannot bear " + text);
        }

        public void onAnything(Object ignored) {
            heard.add("never");
        }
    }

    /** Listens to nothing. */
    public static final class Deaf {
    }

    @Test
    void aListenerHearsEventsOfItsTypeAndBelowOnThePublishersThread() {
        Listener listener = new Listener();
        events.register(listener);
        events.publish(1);
        events.publish(2.5);
        events.publish('c');
        assertThat(listener.heard).containsExactly(1, 2.5);
        assertThat(listener.thread).isSameAs(Thread.currentThread());
    }

    @Test
    void whatAListenerThrowsNeverReachesThePublisher() {
        Listener first = new Listener();
        Listener second = new Listener();
        events.register(first);
        events.register(second);
        events.publish("text");
        events.publish(1);
        assertThat(second.heard).containsExactly(1);
    }

    @Test
    void registeringTwiceIsHearingOnce() {
        Listener listener = new Listener();
        events.register(listener);
        events.register(listener);
        events.publish(1);
        assertThat(listener.heard).hasSize(1);
    }

    @Test
    void anUnregisteredListenerHearsNothing() {
        Listener listener = new Listener();
        events.register(listener);
        events.unregister(listener);
        events.publish(1);
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void whatAStoppedPluginLeftRegisteredIsDropped() {
        Listener listener = new Listener();
        events.register(listener);
        events.forget(Listener.class.getClassLoader());
        events.publish(1);
        assertThat(listener.heard).isEmpty();
    }

    @Test
    void anObjectWithoutListenerMethodsIsRefused() {
        assertThatThrownBy(() -> events.register(new Deaf())).hasMessageContaining("Deaf").hasMessageContaining("@EventListener");
    }
}
