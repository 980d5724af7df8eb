package org.intercomjira.delivery;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Stops all deliveries in the cluster without stopping the plugin: messages are still enqueued, none goes out. */
@Component
public class KillSwitch {
    private static final String KEY = "org.intercomjira.deliveries.stopped";

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final PluginSettingsFactory settings;
    private final Clock clock;
    private volatile Look last = new Look(false, Instant.EPOCH);

    public KillSwitch(@ComponentImport PluginSettingsFactory settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Look(boolean thrown, Instant at) {
    }

    /** True while nothing is to go out. Asked before every claim, so the answer may be a second old. */
    public boolean isThrown() {
        Instant now = clock.instant();
        if (!now.isBefore(last.at().plus(FRESH))) {
            last = new Look("true".equals(settings.createGlobalSettings().get(KEY)), now);
        }
        return last.thrown();
    }

    /** Stops deliveries on all nodes; what is under way ends. */
    public void stopDeliveries() {
        settings.createGlobalSettings().put(KEY, "true");
        last = new Look(true, clock.instant());
    }

    /** Lets deliveries go on, on other nodes within seconds. */
    public void resumeDeliveries() {
        settings.createGlobalSettings().remove(KEY);
        last = new Look(false, clock.instant());
    }
}
