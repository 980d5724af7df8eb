package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(AuditEntity.class)
class AuditTrailTest {
    private static final ProjectId DEMO = new ProjectId(10_000);

    private final ManualClock clock = new ManualClock();
    private final TestDatabase database;
    private final AuditTrail trail;

    AuditTrailTest(TestDatabase database) {
        this.database = database;
        trail = new AuditTrail(new AuditStore(database.activeObjects()), clock);
    }

    @OnEveryDatabase
    void aRecordSaysWhoDidWhatWhereAndWhen() throws SQLException {
        trail.record("JIRAUSER1", AuditAction.CONNECTION_REVOKED, DEMO, "workspace=ecahpwf5 app=kept");

        assertThat(only()).containsEntry("USER_KEY", "JIRAUSER1").containsEntry("ACTION", "CONNECTION_REVOKED").containsEntry("PROJECT_ID", "10000")
                .containsEntry("DETAIL", "workspace=ecahpwf5 app=kept").containsEntry("CREATED_AT", String.valueOf(clock.instant().toEpochMilli()));
    }

    @OnEveryDatabase
    void anActionOfJiraForAllOfJiraNeedsNoMore() throws SQLException {
        trail.record(null, AuditAction.DELIVERIES_STOPPED, null, "");

        assertThat(only()).containsEntry("ACTION", "DELIVERIES_STOPPED").containsEntry("USER_KEY", null).containsEntry("PROJECT_ID", null).containsEntry("DETAIL", null);
    }

    @OnEveryDatabase
    void aDetailIsCutAndHoldsNothingButCodes() throws SQLException {
        trail.record("JIRAUSER1", AuditAction.DELIVERY_DISCARDED, null, "<b>ä\n😀'" + "x".repeat(1_000));

        assertThat(only().get("DETAIL")).hasSize(AuditEntity.MAX_DETAIL).startsWith("?b?").matches("[?bx]+");
    }

    @OnEveryDatabase
    void recordsAreKeptForAYear() throws SQLException {
        trail.record("JIRAUSER1", AuditAction.DELIVERIES_STOPPED, null, null);
        clock.advance(AuditTrail.RETENTION);
        trail.record("JIRAUSER2", AuditAction.DELIVERIES_RESUMED, null, null);
        assertThat(database.rows("AO_7E57DB_AUDIT")).hasSize(2);

        clock.advance(Duration.ofMillis(1));
        trail.record("JIRAUSER3", AuditAction.DELIVERIES_STOPPED, null, null);
        assertThat(database.rows("AO_7E57DB_AUDIT")).extracting(row -> row.get("USER_KEY")).containsExactly("JIRAUSER2", "JIRAUSER3");
    }

    @OnEveryDatabase
    void anActionIsDoneThoughItsRecordCannotBeWritten() {
        database.goAway();

        assertThatCode(() -> trail.record("JIRAUSER1", AuditAction.DELIVERIES_STOPPED, null, null)).doesNotThrowAnyException();
    }

    private Map<String, String> only() throws SQLException {
        assertThat(database.rows("AO_7E57DB_AUDIT")).hasSize(1);
        return database.rows("AO_7E57DB_AUDIT").get(0);
    }
}
