package com.atlassian.cache;

import java.util.concurrent.TimeUnit;

/** Stands before the declaration, which cannot be run. The caches of tests need no settings. */
public class CacheSettingsBuilder {
    public CacheSettingsBuilder remote() {
        return this;
    }

    public CacheSettingsBuilder replicateViaInvalidation() {
        return this;
    }

    public CacheSettingsBuilder expireAfterWrite(long time, TimeUnit unit) {
        return this;
    }

    public CacheSettingsBuilder maxEntries(int count) {
        return this;
    }

    public CacheSettings build() {
        return null;
    }
}
