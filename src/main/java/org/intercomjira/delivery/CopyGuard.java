package org.intercomjira.delivery;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.Installation;
import org.intercomjira.platform.InstallationReader;
import org.intercomjira.platform.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds the outbox while it may be a copy: a staging Jira that starts with production's database has its messages and tokens, too. The
 * installation that the outbox belongs to is recorded in the database, which carries it into the copy. While what a node sees differs from the
 * record, the node sends nothing; events still become messages. An administrator decides what it is.
 */
@Component
public class CopyGuard {
    private static final Logger LOG = LoggerFactory.getLogger(CopyGuard.class);
    private static final String KEY = "org.intercomjira.installation";
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

    private final InstallationReader reader;
    private final ObjectProvider<ForeignInstallations> foreign;
    private final PluginSettingsFactory settings;
    private final ClusterMutex mutex;
    private final Clock clock;
    private volatile Look last = new Look(List.of(), Instant.EPOCH);
    private Instant nextWarning = Instant.EPOCH;

    public CopyGuard(InstallationReader reader, ObjectProvider<ForeignInstallations> foreign, @ComponentImport PluginSettingsFactory settings,
            ClusterMutex mutex, Clock clock) {
        this.reader = reader;
        this.foreign = foreign;
        this.settings = settings;
        this.mutex = mutex;
        this.clock = clock;
    }

    private record Look(List<Difference> differences, Instant at) {
    }

    /** True while nothing is to go out. Asked before every claim, so the answer may be a second old. */
    public boolean isHeld() {
        return !differences().isEmpty();
    }

    /** Why the outbox is held on this node; empty when it is not. */
    public List<Difference> differences() {
        Instant now = clock.instant();
        if (!now.isBefore(last.at().plus(FRESH))) {
            last = new Look(compare(), now);
        }
        return last.differences();
    }

    /** Says in the log, once an hour, that the outbox is held. */
    synchronized void warnWhileHeld() {
        List<Difference> differences = differences();
        if (!differences.isEmpty() && !clock.instant().isBefore(nextWarning)) {
            nextWarning = clock.instant().plus(BETWEEN_WARNINGS);
            LOG.warn("Nothing is sent to Intercom, because this Jira may be a copy: {} differ from what was recorded. A Jira administrator decides under Intercom integration or /rest/intercom/1.0/admin/installation",
                differences.stream().map(difference -> difference.kind().name()).collect(Collectors.joining(", ")));
        }
    }

    /** Records what this node sees now as the same Jira; on all nodes within seconds. */
    public void acceptAsSame() {
        Installation now = reader.read();
        write(known -> known == null ? KnownInstallation.of(now) : known.accepting(now, foreignAtWork()));
    }

    /** Records what this node sees now in the place of what was recorded: for a copy whose messages and tokens are gone. */
    public void recordAnew() {
        write(known -> KnownInstallation.of(reader.read()));
    }

    private List<Difference> compare() {
        KnownInstallation known = stored();
        Installation now = reader.read();
        if (known == null) {
            return write(before -> before == null ? KnownInstallation.of(now) : before).differences(now, foreignAtWork());
        }
        List<Difference> differences = known.differences(now, foreignAtWork());
        if (differences.isEmpty() && !known.equals(known.completedBy(now))) {
            write(before -> before == null ? KnownInstallation.of(now) : before.completedBy(now));
        }
        return differences;
    }

    private Set<String> foreignAtWork() {
        return foreign.stream().flatMap(each -> each.atWork().stream()).collect(Collectors.toSet());
    }

    private KnownInstallation write(UnaryOperator<KnownInstallation> change) {
        KnownInstallation written = mutex.holding(KEY, () -> {
            KnownInstallation changed = change.apply(stored());
            settings.createGlobalSettings().put(KEY, Json.write(changed));
            return changed;
        });
        last = new Look(List.of(), Instant.EPOCH);
        return written;
    }

    /** Null when nothing was recorded yet: a new installation, or one that comes from a version without the record. */
    private KnownInstallation stored() {
        Object text = settings.createGlobalSettings().get(KEY);
        try {
            return text == null ? null : Json.read((String) text, KnownInstallation.class);
        } catch (RuntimeException e) {
            // Whatever is wrong with it, an administrator can decide, and the decision writes a new one.
            return KnownInstallation.UNREADABLE;
        }
    }
}
