package com.atlassian.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Collects how a cache behaves. */
public class CacheSettingsBuilder {
    private boolean isRemote;
    private Duration expiry;
    private int maxEntries = Integer.MAX_VALUE;

    /** What was collected. */
    public record Settings(boolean isRemote, Duration expiry, int maxEntries) implements CacheSettings {
    }

    public CacheSettingsBuilder() {
    }

    public CacheSettingsBuilder remote() {
        isRemote = true;
        return this;
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        return this;
    }

    public CacheSettingsBuilder expireAfterWrite(long time, TimeUnit unit) {
        expiry = Duration.of(time, unit.toChronoUnit());
        return this;
    }

    public CacheSettingsBuilder maxEntries(int count) {
        maxEntries = count;
        return this;
    }

    public CacheSettings build() {
        return new Settings(isRemote, expiry, maxEntries);
    }
}
