package org.intercomjira.link;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheLoader;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.mockito.MockedConstruction;

/** Jira's caches on one node. */
final class MemoryCaches {
    private MemoryCaches() {
    }

    /** What the function makes with caches: the settings' builder has only a declaration here. */
    static <T> T with(Function<CacheManager, T> making) {
        CacheManager manager = mock(CacheManager.class);
        when(manager.getCache(any(), any(), any())).thenAnswer(call -> cache(call.getArgument(1)));
        try (MockedConstruction<CacheSettingsBuilder> ignored =
                mockConstruction(CacheSettingsBuilder.class, withSettings().defaultAnswer(RETURNS_SELF))) {
            return making.apply(manager);
        }
    }

    private static Cache<Object, Object> cache(CacheLoader<Object, Object> loader) {
        Map<Object, Object> values = new ConcurrentHashMap<>();
        @SuppressWarnings("unchecked")
        Cache<Object, Object> cache = mock(Cache.class);
        when(cache.get(any())).thenAnswer(call -> values.computeIfAbsent(call.getArgument(0), loader::load));
        doAnswer(call -> values.remove(call.getArgument(0))).when(cache).remove(any());
        return cache;
    }
}
