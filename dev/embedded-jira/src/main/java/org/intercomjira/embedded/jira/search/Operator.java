package org.intercomjira.embedded.jira.search;

import java.util.Arrays;
import java.util.Optional;

/** JQL's operators that are understood here. */
public enum Operator {
    EQUALS("="), NOT_EQUALS("!="), LIKE("~"), NOT_LIKE("!~"), LESS("<"), LESS_OR_EQUAL("<="), GREATER(">"), GREATER_OR_EQUAL(">="),
    IN("in"), NOT_IN("not in"), IS("is"), IS_NOT("is not");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Optional<Operator> of(String sign) {
        return Arrays.stream(values()).filter(operator -> operator.sign.equals(sign)).findFirst();
    }

    /** As it is written in a query. */
    public String sign() {
        return sign;
    }

    boolean isNegative() {
        return this == NOT_EQUALS || this == NOT_IN || this == NOT_LIKE || this == IS_NOT;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }
}
