package org.intercomjira.embedded.jira.search;

import java.util.List;

/** A name that may stand to the left of an operator. */
public interface JqlField {
    /**
     * The condition in SQL on the tables of an issue's select. Functions have been replaced by what they yield.
     *
     * @param term what was written, for messages
     */
    Fragment condition(Clause.Term term, List<Operand> operands);

    /** The message for an operator that the field does not have. */
    static JqlError unsupported(Clause.Term term) {
        return new JqlError("The operator '" + term.operator().sign() + "' is not supported by the '" + term.field() + "' field.");
    }

    /** The message for a value that there is not. */
    static JqlError unknownValue(Clause.Term term, String value) {
        return new JqlError("The value '" + value + "' does not exist for the field '" + term.field() + "'.");
    }
}
