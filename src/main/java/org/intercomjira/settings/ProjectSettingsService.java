package org.intercomjira.settings;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The settings of projects, from memory. */
@Component
public class ProjectSettingsService {
    private final SettingsProperty property;
    private final ClusterMutex mutex;
    private final SettingsChangeTimes times;
    private final Cache<Long, ProjectSettings> cache;

    ProjectSettingsService(SettingsProperty property, ClusterMutex mutex, SettingsChangeTimes times, @ComponentImport CacheManager caches) {
        this.property = property;
        this.mutex = mutex;
        this.times = times;
        // a minute, because others may write the property over Jira's REST without our knowledge
        this.cache = caches.getCache(ProjectSettingsService.class.getName(), id -> read(new ProjectId(id)).settings(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().expireAfterWrite(1, TimeUnit.MINUTES).build());
        // Jira keeps a cache over a reinstallation of the plugin, whose new classes cannot read what the old ones left
        cache.removeAll();
    }

    /** The project's settings; defaults where nothing or nonsense is stored. */
    public ProjectSettings of(ProjectId project) {
        return cache.get(project.value());
    }

    /** The same from the database: another node may have changed them, and its word may not have come here yet. */
    public ProjectSettings now(ProjectId project) {
        return read(project).settings();
    }

    /** What is stored, freshly read. */
    Stored read(ProjectId project) {
        return property.read(project);
    }

    /**
     * Puts the change over what is stored.
     *
     * @throws ApiException 422 settings.invalid naming the first bad key; 422 settings.fields; 422 settings.too_long;
     *                      409 settings.unreadable when the change would throw away something that is no settings: somebody
     *                      else's work is not overwritten blindly
     */
    Stored change(ProjectId project, JsonObject change) {
        SettingsDocument wanted = new SettingsDocument(change);
        wanted.nonsense().stream().findFirst().ifPresent(path -> {
            throw new ApiException(422, "settings.invalid", path);
        });
        if (!wanted.settings().visibleFields().isReasonable()) {
            throw new ApiException(422, "settings.fields");
        }
        return holding(project, () -> {
            Stored stored = read(project);
            if (!stored.readable() || stored.document().collidesWith(change)) {
                throw new ApiException(409, "settings.unreadable", SettingsProperty.KEY);
            }
            return write(project, stored.document().mergedWith(change));
        });
    }

    /** Starts again with the defaults. What other people's keys hold stays, unless nothing can be read at all. */
    Stored reset(ProjectId project) {
        return holding(project, () -> write(project, read(project).document().unknown()));
    }

    private Stored write(ProjectId project, JsonObject whole) {
        Stored written = property.write(project, whole);
        times.changedAt(project, written.settings());
        return written;
    }

    private Stored holding(ProjectId project, Supplier<Stored> work) {
        try {
            return mutex.holding("org.intercomjira.settings." + project.value(), work);
        } finally {
            cache.remove(project.value());
        }
    }

    /** @param readable false when the property holds something that is no JSON object; the document is empty then */
    record Stored(SettingsDocument document, boolean readable) {
        /** Whether anything in the property is not as it should be. */
        boolean invalid() {
            return !readable || !document.nonsense().isEmpty();
        }

        ProjectSettings settings() {
            return document.settings();
        }
    }
}
