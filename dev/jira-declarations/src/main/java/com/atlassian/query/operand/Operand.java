package com.atlassian.query.operand;

/** What stands to the right of an operator. */
public interface Operand {
}
