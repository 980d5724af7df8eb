package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheSettings;
import com.atlassian.cache.CacheSettingsBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
class ClusterInvalidationsTest {
    private static final CacheSettings REMOTE = new CacheSettingsBuilder().remote().build();
    private final JiraDatabase database = TestDatabase.open();
    private final ClusterInvalidations second = new ClusterInvalidations(database, "node2");
    private final HostCaches cachesOfSecond = new HostCaches(second);
    private final AtomicInteger loads = new AtomicInteger();
    private final Cache<Long, Integer> onFirst = new HostCaches(new ClusterInvalidations(database, "node1")).getCache("c", key -> 0, REMOTE);
    private final Cache<Long, Integer> onSecond = cachesOfSecond.getCache("c", key -> loads.incrementAndGet(), REMOTE);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRemovalOnOneNodeReachesTheOther() {
        onSecond.get(7L);
        onFirst.remove(7L);
        second.readInto(cachesOfSecond);
        assertThat(onSecond.get(7L)).isEqualTo(2);
    }

    @Test
    void aRemovalIsAppliedOnce() {
        onFirst.remove(7L);
        second.readInto(cachesOfSecond);
        onSecond.get(7L);
        second.readInto(cachesOfSecond);
        assertThat(onSecond.get(7L)).isEqualTo(1);
    }

    @Test
    void aRemovalOfAllReachesTheOther() {
        onSecond.get(7L);
        onFirst.removeAll();
        second.readInto(cachesOfSecond);
        assertThat(onSecond.get(7L)).isEqualTo(2);
    }
}
