package org.intercomjira.acceptance.soak;

/**
 * A node was killed.
 *
 * @param commit the id of the last commit of the cluster by then
 */
record Death(String node, long commit) {
}
