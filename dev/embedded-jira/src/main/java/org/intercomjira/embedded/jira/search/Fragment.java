package org.intercomjira.embedded.jira.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A piece of an SQL condition with its parameters. */
public record Fragment(String sql, List<Object> parameters) {
    private static final int LONGEST_ARRAY = 50_000;

    static Fragment of(String sql, Object... parameters) {
        return new Fragment(sql, List.of(parameters));
    }

    /** {@code column in (...)}; with no values, nothing fits. */
    static Fragment in(String column, List<?> values) {
        return values.isEmpty() ? of("1 = 0") : new Fragment(column + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")", List.copyOf(values));
    }

    /** {@code column in (...)} for ids in any number: statements have a limit of parameters, and H2 has one for arrays. */
    static Fragment among(String column, List<Long> ids) {
        List<Fragment> blocks = new ArrayList<>();
        for (int start = 0; start < ids.size(); start += LONGEST_ARRAY) {
            Object block = ids.subList(start, Math.min(ids.size(), start + LONGEST_ARRAY)).toArray(Long[]::new);
            blocks.add(new Fragment(column + " = any(?)", List.of(block)));
        }
        return join("or", blocks, "1 = 0");
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
