package com.atlassian.query.clause;

import com.atlassian.query.operand.Operand;

/** A field compared with an operand. */
public interface TerminalClause extends Clause {
    Operand getOperand();
}
