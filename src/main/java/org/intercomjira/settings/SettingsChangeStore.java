package org.intercomjira.settings;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** The table of the times when settings changed. */
@Component
class SettingsChangeStore {
    private final ActiveObjects ao;

    SettingsChangeStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * The time when the settings became what has this hash.
     *
     * @param now   the time when other settings than the known ones are noticed
     * @param first the time to be remembered if nothing is known of the project
     */
    Instant timeOf(ProjectId project, String hash, Instant now, Instant first) {
        try {
            return ao.executeInTransaction(() -> {
                Optional<SettingsChangeEntity> row = row(project);
                if (row.isEmpty()) {
                    ao.create(SettingsChangeEntity.class, new DBParam("PROJECT_ID", project.value()), new DBParam("HASH", hash),
                            new DBParam("CHANGED_AT", first.toEpochMilli()));
                    return first;
                }
                if (!hash.equals(row.get().getHash())) {
                    row.get().setHash(hash);
                    row.get().setChangedAt(now.toEpochMilli());
                    row.get().save();
                }
                return Instant.ofEpochMilli(row.get().getChangedAt());
            });
        } catch (RuntimeException e) {
            if (row(project).isEmpty()) {
                throw e;
            }
            // Another node was faster. Whatever it knows, the later time is the safer one.
            return now;
        }
    }

    private Optional<SettingsChangeEntity> row(ProjectId project) {
        return Arrays.stream(ao.find(SettingsChangeEntity.class, Query.select().where("PROJECT_ID = ?", project.value()).limit(1))).findFirst();
    }
}
