package org.intercomjira.recovery;

import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.delivery.ForeignInstallations;
import org.intercomjira.platform.InstallationReader;
import org.springframework.stereotype.Component;

/** Knows from the heartbeats which other Jira works on this plugin's tables: a copy that still uses the database of its original. */
@Component
class WorkingInstallations implements ForeignInstallations {
    private final InstallationReader reader;
    private volatile Set<String> foreign = Set.of();

    WorkingInstallations(InstallationReader reader) {
        this.reader = reader;
    }

    /** Stands in this node's heartbeat. Nodes of one Jira have the same. */
    String own() {
        return reader.placeOf(reader.read());
    }

    /** @param alive those of all heartbeats that change */
    void alive(Set<String> alive) {
        String own = own();
        foreign = alive.stream().filter(each -> !each.equals(own)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> atWork() {
        return foreign;
    }
}
