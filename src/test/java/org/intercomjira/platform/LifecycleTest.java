package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void partsStartOnceInOrderAndStopInTheOppositeOrder() {
        Lifecycle lifecycle = new Lifecycle(List.of(part("a"), part("b")));
        lifecycle.onStart();
        lifecycle.onStart();
        lifecycle.onStop();
        lifecycle.onStop();
        assertThat(told).containsExactly("start a", "start b", "stop b", "stop a");
    }

    @Test
    void aPartThatFailsKeepsNoOtherFromWorking() {
        Lifecycle lifecycle = new Lifecycle(List.of(broken(), part("b")));
        lifecycle.onStart();
        lifecycle.onStop();
        assertThat(told).containsExactly("start b", "stop b");
    }

    @Test
    void aPartThatEndsInAnErrorKeepsNoOtherFromWorking() {
        Lifecycle lifecycle = new Lifecycle(List.of(erroneous(), part("b")));
        lifecycle.onStart();
        assertThat(told).containsExactly("start b");
    }

    private static StartsWithJira erroneous() {
        return new StartsWithJira() {
            @Override
            public void start() {
                throw new NoClassDefFoundError("com/atlassian/Gone");
            }

            @Override
            public void stop() {
            }
        };
    }

    @Test
    void itStartsAgainAfterAStop() {
        Lifecycle lifecycle = new Lifecycle(List.of(part("a")));
        lifecycle.onStart();
        lifecycle.onStop();
        lifecycle.onStart();
        assertThat(told).containsExactly("start a", "stop a", "start a");
    }

    private StartsWithJira part(String name) {
        return new StartsWithJira() {
            @Override
            public void start() {
                told.add("start " + name);
            }

            @Override
            public void stop() {
                told.add("stop " + name);
            }
        };
    }

    private static StartsWithJira broken() {
        return new StartsWithJira() {
            @Override
            public void start() {
                throw new IllegalStateException("broken");
            }

            @Override
            public void stop() {
                throw new IllegalStateException("was never started");
            }
        };
    }
}
