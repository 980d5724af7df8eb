package com.atlassian.query.clause;

/** A condition of a query. */
public interface Clause {
    String getName();
}
