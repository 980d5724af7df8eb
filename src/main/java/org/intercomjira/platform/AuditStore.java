package org.intercomjira.platform;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import net.java.ao.DBParam;
import org.springframework.stereotype.Component;

/** The table AUDIT. */
@Component
class AuditStore {
    private final ActiveObjects ao;

    AuditStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    void insert(Instant now, String userKey, AuditAction action, Long projectId, String detail) {
        ao.create(AuditEntity.class, new DBParam(AuditEntity.CREATED_AT, now.toEpochMilli()), new DBParam(AuditEntity.USER_KEY, userKey),
                new DBParam(AuditEntity.ACTION, action.name()), new DBParam(AuditEntity.PROJECT_ID, projectId), new DBParam(AuditEntity.DETAIL, detail));
    }

    void deleteOlderThan(Instant time) {
        ao.deleteWithSQL(AuditEntity.class, AuditEntity.CREATED_AT + " < ?", time.toEpochMilli());
    }
}
