package com.atlassian.beehive;

import java.util.concurrent.locks.Lock;

/** A lock that holds in the whole cluster; not re-entrant, no lease. */
public interface ClusterLock extends Lock {
}
