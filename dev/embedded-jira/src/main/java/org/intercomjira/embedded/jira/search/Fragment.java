package org.intercomjira.embedded.jira.search;

import java.util.Collections;
import java.util.List;

/** A piece of an SQL condition with its parameters. */
public record Fragment(String sql, List<Object> parameters) {
    static Fragment of(String sql, Object... parameters) {
        return new Fragment(sql, List.of(parameters));
    }

    /** {@code column in (...)}; with no values, nothing fits. */
    static Fragment in(String column, List<?> values) {
        return values.isEmpty() ? of("1 = 0") : new Fragment(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", List.copyOf(values));
    }

    static Fragment join(String word, List<Fragment> fragments, String none) {
        if (fragments.isEmpty()) {
            return of(none);
        }
        return new Fragment("(" + String.join(" " + word + " ", fragments.stream().map(Fragment::sql).toList()) + ")",
                fragments.stream().flatMap(fragment -> fragment.parameters().stream()).toList());
    }

    Fragment negated() {
        return new Fragment("not (" + sql + ")", parameters);
    }
}
