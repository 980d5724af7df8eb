package org.intercomjira.embedded.jira.search;

import java.util.List;

/** What stands to the right of an operator. */
public sealed interface Operand {
    /** A word or a quoted text. */
    record Literal(String text) implements Operand {
    }

    /** The word EMPTY or NULL. */
    record Empty() implements Operand {
    }

    /** A function, which yields values. */
    record Call(String function, List<String> arguments) implements Operand {
    }

    /** The issues that a function yielded, by id or key. There may be some that are gone or that the searcher may not see. */
    record IssuesFound(List<Long> ids, List<String> keys) implements Operand {
    }
}
