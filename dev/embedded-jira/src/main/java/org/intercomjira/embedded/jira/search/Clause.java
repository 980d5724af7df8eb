package org.intercomjira.embedded.jira.search;

import java.util.List;

/** A condition of a query. */
public sealed interface Clause {
    /** All of these; with none, everything fits. */
    record And(List<Clause> clauses) implements Clause {
    }

    /** Any of these. */
    record Or(List<Clause> clauses) implements Clause {
    }

    /** The opposite. */
    record Not(Clause clause) implements Clause {
    }

    /** A field compared with operands: one, or for the list operators any number. */
    record Term(String field, Operator operator, List<Operand> operands) implements Clause {
    }
}
