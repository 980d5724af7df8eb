package org.intercomjira.embedded.spi;

/**
 * What Jira documents nowhere, as a choice: the order in which history and comments are returned, and how their ids are given.
 *
 * @param byCreated by the time that the writing node's clock showed, then by id; otherwise by id
 * @param idBank    how many ids a node takes from the sequence table in advance, so that ids of two nodes interleave; 0 for ids that rise over all nodes
 */
public record HistorySettings(boolean byCreated, int idBank) {
    public static final HistorySettings BY_ID = new HistorySettings(false, 0);
}
