package org.intercomjira.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/**
 * Since when projects have had the settings that they have: what happened before was judged by other settings and must not be judged
 * again by these. Anyone who administers a project may write its property over Jira's REST, so what the settings say is compared
 * each time; a change by others counts from the moment when it is noticed.
 */
@Component
public class SettingsChangeTimes {
    /** What decides whether something may be said at all; the rest of the settings changes nothing about the past. */
    private static final Set<Switch> DECISIVE = EnumSet.of(Switch.LINKING, Switch.ASSIGNMENT_NOTES, Switch.COMMENT_NOTES, Switch.COMMENT_FILTER,
            Switch.TRANSITION_NOTES, Switch.INTERNAL_COMMENTS);

    private final SettingsChangeStore store;
    private final Clock clock;

    SettingsChangeTimes(SettingsChangeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Since when the project has had these settings.
     *
     * @param settings as they are in the database now
     */
    public Instant changedAt(ProjectId project, ProjectSettings settings) {
        return store.timeOf(project, hash(settings), clock.instant(), clock.instant());
    }

    /** The project is connected from now on: nothing was judged by earlier settings. */
    public void connected(ProjectId project, ProjectSettings settings) {
        store.timeOf(project, hash(settings), clock.instant(), Instant.EPOCH);
    }

    private static String hash(ProjectSettings settings) {
        String text = settings.on().stream().filter(DECISIVE::contains).map(Switch::name).sorted().collect(Collectors.joining(","));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
