package com.atlassian.query.operand;

import java.util.List;

/** A call of a function. Jira makes it. */
public class FunctionOperand implements Operand {
    FunctionOperand() {
    }

    public List<String> getArgs() {
        throw new UnsupportedOperationException("declaration only");
    }
}
