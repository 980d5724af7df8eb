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

    /** A function, which yields literals. */
    record Call(String function, List<String> arguments) implements Operand {
    }
}
