package org.intercomjira.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.intercomjira.platform.Installation;

/**
 * The installation that the outbox belongs to, as recorded in the database. Nodes may mount the shared home at different paths and reach the
 * database by different addresses, so there may be several of these.
 *
 * @param foreign ids of {@link ForeignInstallations} that an administrator has accepted
 */
record KnownInstallation(String baseUrl, Set<String> sharedHomes, Set<String> databases, Set<String> foreign) {
    /** Stands for a record that cannot be read: everything differs from it. */
    static final KnownInstallation UNREADABLE = new KnownInstallation("", Set.of(), Set.of(), Set.of());

    KnownInstallation {
        sharedHomes = copy(sharedHomes);
        databases = copy(databases);
        foreign = copy(foreign);
    }

    static KnownInstallation of(Installation now) {
        return new KnownInstallation(now.baseUrl(), with(Set.of(), now.sharedHome()), with(Set.of(), now.database()), Set.of());
    }

    /** What differs; a value that is not known now, or was not when this was recorded, does not. */
    List<Difference> differences(Installation now, Set<String> foreignNow) {
        List<Difference> found = new ArrayList<>();
        if (baseUrl != null && now.baseUrl() != null && !baseUrl.equalsIgnoreCase(now.baseUrl())) {
            found.add(new Difference(Difference.Kind.BASE_URL, baseUrl, now.baseUrl()));
        }
        if (differs(sharedHomes, now.sharedHome())) {
            found.add(new Difference(Difference.Kind.SHARED_HOME, String.join(", ", sharedHomes), now.sharedHome()));
        }
        if (differs(databases, now.database())) {
            found.add(new Difference(Difference.Kind.DATABASE, null, null));
        }
        if (!foreign.containsAll(foreignNow)) {
            found.add(new Difference(Difference.Kind.FOREIGN_HEARTBEATS, null, null));
        }
        return found;
    }

    /** This with the values that it has none of. */
    KnownInstallation completedBy(Installation now) {
        return new KnownInstallation(baseUrl == null ? now.baseUrl() : baseUrl, sharedHomes.isEmpty() ? with(sharedHomes, now.sharedHome()) : sharedHomes,
            databases.isEmpty() ? with(databases, now.database()) : databases, foreign);
    }

    /** This, moved to a new base URL and extended by all that differs. */
    KnownInstallation accepting(Installation now, Set<String> foreignNow) {
        Set<String> accepted = new HashSet<>(foreign);
        accepted.addAll(foreignNow);
        return new KnownInstallation(Objects.requireNonNullElse(now.baseUrl(), baseUrl), with(sharedHomes, now.sharedHome()), with(databases, now.database()), accepted);
    }

    private static boolean differs(Set<String> known, String now) {
        return !known.isEmpty() && now != null && !known.contains(now);
    }

    private static Set<String> with(Set<String> values, String value) {
        Set<String> all = new HashSet<>(values);
        if (value != null) {
            all.add(value);
        }
        return all;
    }

    private static Set<String> copy(Set<String> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
