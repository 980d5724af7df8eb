package org.intercomjira.acceptance.soak;

/**
 * A node was killed and started again.
 *
 * @param commit the id of the cluster's last commit by then
 * @param back   the id of the last one when the app ran on the node again; what the node committed in between was heard by nobody
 */
record Death(String node, long commit, long back) {
    boolean isOf(Commit made) {
        return made.node().equals(node) && made.id() <= back;
    }
}
