package com.atlassian.beehive;

/** Locks that hold in the whole cluster. */
public interface ClusterLockService {
    ClusterLock getLockForName(String name);
}
