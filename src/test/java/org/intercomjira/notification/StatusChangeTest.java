package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusChangeTest {
    private static final StatusChange TO_DO_DOING = change("1", "2");
    private static final StatusChange DOING_DONE = change("2", "3");
    private static final StatusChange DOING_TO_DO = change("2", "1");

    @Test
    void theNextChangeBeginsWhereThisOneEnded() {
        assertThat(TO_DO_DOING.isProvenBefore(DOING_DONE, null)).isTrue();
        assertThat(DOING_DONE.isProvenBefore(TO_DO_DOING, null)).isFalse();
    }

    @Test
    void toAndFroIsProvenByTheChangeBeforeOnly() {
        assertThat(TO_DO_DOING.isProvenBefore(DOING_TO_DO, null)).isFalse();
        assertThat(TO_DO_DOING.isProvenBefore(DOING_TO_DO, change("3", "1"))).isTrue();
        assertThat(TO_DO_DOING.isProvenBefore(DOING_TO_DO, change("3", "2"))).as("the other may have come first").isFalse();
    }

    private static StatusChange change(String from, String to) {
        return new StatusChange(from, to, "from " + from, "to " + to);
    }
}
