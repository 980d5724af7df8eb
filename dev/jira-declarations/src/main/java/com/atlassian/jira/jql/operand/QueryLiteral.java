package com.atlassian.jira.jql.operand;

import com.atlassian.query.operand.Operand;

/** A value that a function yields. */
public class QueryLiteral {
    public QueryLiteral(Operand sourceOperand, Long value) {
        throw new UnsupportedOperationException("declaration only");
    }
}
