package com.atlassian.query.clause;

/** One field, operator and operand. */
public interface TerminalClause {
}
