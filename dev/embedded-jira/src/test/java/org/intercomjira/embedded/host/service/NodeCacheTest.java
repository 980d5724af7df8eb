package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheSettings;
import com.atlassian.cache.CacheSettingsBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Caches with a loader, and what other nodes hear of them. */
class NodeCacheTest {
    private static final CacheSettings REMOTE = new CacheSettingsBuilder().remote().replicateViaInvalidation().build();
    private final AtomicInteger loads = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private final HostCaches caches = new HostCaches((cache, entry) -> told.add(cache + ":" + entry));

    private Cache<String, String> cache(CacheSettings settings) {
        return caches.getCache("c", key -> key + loads.incrementAndGet(), settings);
    }

    @Test
    void aValueIsLoadedOnce() {
        Cache<String, String> cache = cache(REMOTE);
        assertThat(cache.get("a")).isEqualTo(cache.get("a")).isEqualTo("a1");
    }

    @Test
    void aRemovedValueIsLoadedAgainAndOtherNodesAreTold() {
        Cache<String, String> cache = cache(REMOTE);
        cache.get("a");
        cache.remove("a");
        assertThat(cache.get("a")).isEqualTo("a2");
        cache.removeAll();
        assertThat(told).containsExactly("c:a", "c:null");
    }

    @Test
    void aLocalCacheKeepsItsRemovalsToItself() {
        cache(new CacheSettingsBuilder().build()).remove("a");
        assertThat(told).isEmpty();
    }

    @Test
    void whatAnotherNodeRemovedIsLoadedAgainInSilence() {
        Cache<String, String> cache = cache(REMOTE);
        cache.get("a");
        cache.get("b");
        caches.invalidate("c", "a");
        assertThat(cache.get("a")).isEqualTo("a3");
        assertThat(cache.get("b")).isEqualTo("b2");
        assertThat(told).isEmpty();
    }

    @Test
    void aValueThatWasLoadedWhileItsEntryWasRemovedIsNotKept() {
        Cache<String, String> cache = caches.getCache("c", key -> {
            caches.invalidate("c", key);
            return key + loads.incrementAndGet();
        }, REMOTE);
        cache.get("a");
        assertThat(cache.get("a")).isEqualTo("a2");
    }

    @Test
    void theOldestEntryLeavesAFullCache() {
        Cache<String, String> cache = cache(new CacheSettingsBuilder().maxEntries(1).build());
        cache.get("a");
        cache.get("b");
        assertThat(cache.get("a")).isEqualTo("a3");
    }

    @Test
    void anExpiredEntryIsLoadedAgain() {
        Cache<String, String> cache = cache(new CacheSettingsBuilder().expireAfterWrite(0, TimeUnit.SECONDS).build());
        cache.get("a");
        assertThat(cache.get("a")).isEqualTo("a2");
    }

    @Test
    void aLoaderMayNotGiveNull() {
        Cache<String, String> cache = caches.getCache("c", key -> null, REMOTE);
        assertThatThrownBy(() -> cache.get("a")).hasMessageContaining("null for a");
    }
}
