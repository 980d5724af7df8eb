package org.intercomjira.link;

/**
 * Is told of links that people make and remove, in the transaction that does it: what it stores, and the link, are there together or not
 * at all.
 */
public interface LinkListener {
    void linked(Link link);

    void unlinked(Link link);
}
