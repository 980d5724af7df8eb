package org.intercomjira.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.springframework.stereotype.Component;

/**
 * Since when this node has seen a project's settings as they are. What happened before was rightly judged by other settings, so it must
 * not be judged again by these.
 */
@Component
class RulesSeen {
    private final Clock clock;
    private final Map<Long, Seen> projects = new ConcurrentHashMap<>();

    RulesSeen(Clock clock) {
        this.clock = clock;
    }

    private record Seen(ProjectSettings settings, Instant since) {
    }

    /** Very early when they have never been seen otherwise. Costs no query: settings are compared in memory. */
    Instant since(ProjectId project, ProjectSettings settings) {
        return projects.merge(project.value(), new Seen(settings, Instant.EPOCH),
                (known, now) -> known.settings().equals(now.settings()) ? known : new Seen(now.settings(), clock.instant())).since();
    }
}
