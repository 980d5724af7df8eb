package org.intercomjira.notification;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Up to when the history of issues has been compared with the outbox. Kept in the database, for all nodes. */
@Component
class Watermark {
    /** What is older is not told any more: who switches the app off for a day does not want yesterday's notes. Far below the week for which the outbox remembers. */
    static final Duration OLDEST = Duration.ofHours(1);
    private static final String KEY = "org.intercomjira.notification.reconciled";
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final PluginSettingsFactory settings;
    private final Clock clock;
    private volatile Look last = new Look(Instant.MAX, Instant.EPOCH);

    Watermark(@ComponentImport PluginSettingsFactory settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Look(Instant mark, Instant at) {
    }

    /** What happened before needs no comparing. The answer may be some seconds old, that is, too early. */
    Instant get() {
        Instant now = clock.instant();
        if (!now.isBefore(last.at().plus(FRESH))) {
            last = new Look(read(now), now);
        }
        Instant oldest = now.minus(OLDEST);
        return last.mark().isAfter(oldest) ? last.mark() : oldest;
    }

    private Instant read(Instant now) {
        PluginSettings stored = settings.createGlobalSettings();
        Object mark = stored.get(KEY);
        if (mark == null) {
            // The first time: nothing that happened before this app came is told.
            stored.put(KEY, String.valueOf(now.toEpochMilli()));
            return now;
        }
        return Instant.ofEpochMilli(Long.parseLong(mark.toString()));
    }

    /** Never back. */
    void advance(Instant mark) {
        if (mark.isAfter(read(clock.instant()))) {
            settings.createGlobalSettings().put(KEY, String.valueOf(mark.toEpochMilli()));
            last = new Look(mark, clock.instant());
        }
    }
}
