package org.intercomjira.embedded.jira.search;

import java.util.List;

/** A parsed query. */
public record Query(Clause where, List<Sort> order) {
    /** One field of the order. */
    public record Sort(String field, boolean descending) {
    }
}
