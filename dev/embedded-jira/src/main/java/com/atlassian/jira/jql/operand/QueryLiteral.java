package com.atlassian.jira.jql.operand;

import com.atlassian.query.operand.Operand;

/** A value that a function yields: an id or a text. */
public class QueryLiteral {
    private final Operand sourceOperand;
    private final Long longValue;
    private final String stringValue;

    public QueryLiteral(Operand sourceOperand, Long value) {
        this.sourceOperand = sourceOperand;
        this.longValue = value;
        this.stringValue = null;
    }

    public QueryLiteral(Operand sourceOperand, String value) {
        this.sourceOperand = sourceOperand;
        this.longValue = null;
        this.stringValue = value;
    }

    public Operand getSourceOperand() {
        return sourceOperand;
    }

    public Long getLongValue() {
        return longValue;
    }

    public String getStringValue() {
        return stringValue;
    }
}
