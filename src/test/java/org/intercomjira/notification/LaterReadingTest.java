package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.event.type.EventType;
import java.util.Set;
import java.util.function.Supplier;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.Test;

class LaterReadingTest {
    /** They cost a query. */
    private static final Supplier<ProjectSettings> UNASKED = () -> {
        throw new AssertionError("The settings are not needed");
    };
    private static final Long TRANSITION = 10_000L;
    private static final ProjectSettings ALL = Samples.settings(true, true);
    private static final ProjectSettings NO_TRANSITIONS = Samples.settings(true, false);
    private static final ProjectSettings NO_ASSIGNMENTS = ALL.with(Switch.ASSIGNMENT_NOTES, false);

    @Test
    void aTransitionIsReadLaterWhereTransitionsAreTold() {
        assertThat(LaterReading.of(Set.of(TRANSITION), () -> ALL)).contains(new Telling(true, true, false));
        assertThat(LaterReading.of(Set.of(TRANSITION), () -> NO_ASSIGNMENTS)).contains(new Telling(false, true, false));
        assertThat(LaterReading.of(Set.of(TRANSITION), () -> NO_TRANSITIONS)).isEmpty();
    }

    @Test
    void anAssignmentIsReadLaterWhereAssignmentsAreTold() {
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_UPDATED_ID, EventType.ISSUE_ASSIGNED_ID), () -> NO_TRANSITIONS)).contains(new Telling(true, false, false));
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_ASSIGNED_ID), () -> NO_ASSIGNMENTS)).isEmpty();
    }

    @Test
    void whatSaysNothingOfTheChangeIsReadFirst() {
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_UPDATED_ID, EventType.ISSUE_COMMENTED_ID), UNASKED)).isEmpty();
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_MOVED_ID), UNASKED)).isEmpty();
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_WORKLOGGED_ID), UNASKED)).isEmpty();
        assertThat(LaterReading.of(Set.of(), UNASKED)).isEmpty();
    }

    @Test
    void whatIsCertainToBeSilentIsNotRead() {
        ProjectSettings none = NO_TRANSITIONS.with(Switch.ASSIGNMENT_NOTES, false);

        assertThat(LaterReading.of(Set.of(TRANSITION), () -> none)).contains(Telling.NOTHING);
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_ASSIGNED_ID), () -> none)).contains(Telling.NOTHING);
        assertThat(LaterReading.of(Set.of(TRANSITION), () -> ALL.with(Switch.LINKING, false))).contains(Telling.NOTHING);
        assertThat(LaterReading.of(Set.of(EventType.ISSUE_UPDATED_ID), () -> none)).as("it may be no fact at all").isEmpty();
        assertThat(LaterReading.ofSilent(Set.of(TRANSITION))).contains(Telling.NOTHING);
        assertThat(LaterReading.ofSilent(Set.of(EventType.ISSUE_UPDATED_ID))).isEmpty();
    }
}
