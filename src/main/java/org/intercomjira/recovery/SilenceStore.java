package org.intercomjira.recovery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** The table of silences. */
@Component
class SilenceStore {
    private static final int MAX_ROWS = 10_000;

    private final ActiveObjects ao;

    SilenceStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /** The new row's id. */
    long add(Silence silence) {
        return ao.create(SilenceEntity.class, new DBParam("USER_KEY", silence.userKey()), new DBParam("ORDER_KEY", silence.orderKey()),
            new DBParam("FROM_AT", silence.from().toEpochMilli()), new DBParam("TO_AT", silence.to().toEpochMilli())).getId();
    }

    void extend(long id, Instant to) {
        SilenceEntity row = ao.get(SilenceEntity.class, id);
        if (row != null) {
            row.setToAt(to.toEpochMilli());
            row.save();
        }
    }

    /** Those that reach up to this time or further. */
    List<Silence> reaching(Instant time) {
        return Arrays.stream(ao.find(SilenceEntity.class, Query.select().where("TO_AT >= ?", time.toEpochMilli()).order("TO_AT").limit(MAX_ROWS)))
            .map(row -> new Silence(row.getUserKey(), row.getOrderKey(), Instant.ofEpochMilli(row.getFromAt()), Instant.ofEpochMilli(row.getToAt()))).toList();
    }

    void sweep(Instant before) {
        ao.deleteWithSQL(SilenceEntity.class, "TO_AT < ?", before.toEpochMilli());
    }
}
