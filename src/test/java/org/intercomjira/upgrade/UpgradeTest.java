package org.intercomjira.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.java.ao.ActiveObjectsException;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.upgrade.v1.LinkEntity;

/** Databases of earlier versions, with rows in them, brought to the entities in use by the tasks that the descriptor names. */
@Tables(LinkEntity.class)
class UpgradeTest {
    /** More than the task takes at once. */
    private static final int LINKS = 1_203;
    private static final String TABLE = "AO_7E57DB_LINK";
    private final TestDatabase database;
    private final ActiveObjects ao;

    UpgradeTest(TestDatabase database) {
        this.database = database;
        ao = database.activeObjects();
    }

    @OnEveryDatabase
    void nothingIsLostAndWhatWasUnknownIsKnown() throws Exception {
        fill();
        List<Map<String, String>> before = database.rows(TABLE);

        upgrade();

        List<Map<String, String>> after = database.rows(TABLE);
        assertThat(after).hasSize(LINKS);
        assertThat(after).extracting(row -> row.get("UNSENT")).containsOnly(before.get(0).get("UNSENT"), before.get(1).get("UNSENT"));
        assertThat(after).extracting(UpgradeTest::withoutUnsent)
            .containsExactlyElementsOf(before.stream().map(UpgradeTest::withoutUnsent).toList());
        assertThat(unsentOf(0)).isTrue();
        assertThat(unsentOf(1)).isFalse();
        assertThat(unsentOf(2)).isFalse();
    }

    @OnEveryDatabase
    void afterwardsTheDatabaseItselfRefusesWhatIsUnknown() throws Exception {
        fill();
        upgrade();

        assertThatThrownBy(() -> database.execute("UPDATE \"" + TABLE + "\" SET \"UNSENT\" = NULL")).isInstanceOf(SQLException.class);
        assertThat(database.execute("UPDATE \"" + TABLE + "\" SET \"UNSENT\" = TRUE")).isEqualTo(LINKS);
    }

    @OnEveryDatabase
    void anUpgradeThatWasInterruptedIsFinishedByTheNext() throws Exception {
        fill();
        List<LinkEntity> some = List.of(ao.find(LinkEntity.class, Query.select().where("UNSENT IS NULL").limit(100)));
        some.forEach(link -> {
            link.setUnsent(false);
            link.save();
        });

        upgrade();
        List<Map<String, String>> once = database.rows(TABLE);
        upgrade();

        assertThat(once).hasSize(LINKS).allSatisfy(row -> assertThat(row.get("UNSENT")).isNotNull());
        assertThat(database.rows(TABLE)).isEqualTo(once);
    }

    @OnEveryDatabase
    void anEmptyDatabaseGetsTheTablesInUse() throws Exception {
        upgrade();

        assertThat(database.rows(TABLE)).isEmpty();
        assertThatThrownBy(() -> ao.create(org.intercomjira.link.LinkEntity.class, new DBParam("UNSENT", null)))
            .isInstanceOfAny(IllegalArgumentException.class, ActiveObjectsException.class);
    }

    private void upgrade() throws Exception {
        Descriptor.upgrade(database, 0);
    }

    /** One link has something unsent, one has nothing, of the others it is not known. */
    private void fill() {
        ao.executeInTransaction(() -> {
            IntStream.range(0, LINKS).forEach(this::link);
            return null;
        });
    }

    private void link(int number) {
        List<DBParam> columns = new ArrayList<>(List.of(new DBParam("LINK_KEY", number + ":acme:215"), new DBParam("ISSUE_ID", 10_000L + number),
            new DBParam("PROJECT_ID", 10_000L), new DBParam("WORKSPACE_ID", "acme"), new DBParam("REGION", "EU"), new DBParam("CONVERSATION_ID", "215" + number),
            new DBParam("LINKED_AT", 1_795_176_000_000L + number), new DBParam("ORIGIN", "jira"), new DBParam("REMOTE_STATE", "ok")));
        if (number < 2) {
            columns.addAll(List.of(new DBParam("UNSENT", number == 0), new DBParam("WORKSPACE_NAME", "Acmé \uD83D\uDE80"), new DBParam("LINKED_BY", "JIRAUSER1"),
                new DBParam("SNAPSHOT", "{\"subject\":\"" + "long ".repeat(5_000) + "\"}"), new DBParam("SNAPSHOT_AT", 1_795_176_000_001L)));
        }
        ao.create(LinkEntity.class, columns.toArray(DBParam[]::new));
    }

    private boolean unsentOf(int number) {
        return ao.find(org.intercomjira.link.LinkEntity.class, Query.select().where("ISSUE_ID = ?", 10_000L + number))[0].getUnsent();
    }

    private static Map<String, String> withoutUnsent(Map<String, String> row) {
        return row.entrySet().stream().filter(column -> !column.getKey().equals("UNSENT") && column.getValue() != null)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
