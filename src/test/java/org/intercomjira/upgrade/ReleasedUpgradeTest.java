package org.intercomjira.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.java.ao.Query;
import net.java.ao.RawEntity;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.upgrade.released.ConnectionEntity;
import org.intercomjira.upgrade.released.DraftEntity;
import org.intercomjira.upgrade.released.LaneEntity;
import org.intercomjira.upgrade.released.LinkEntity;
import org.intercomjira.upgrade.released.OAuthStateEntity;
import org.intercomjira.upgrade.released.OutboxEntity;
import org.intercomjira.upgrade.released.ReleasedRows;

/** A database of version 0.1.0 under the present version, and under both while the nodes of a cluster are upgraded one after the other. */
@Tables({ConnectionEntity.class, OAuthStateEntity.class, LinkEntity.class, OutboxEntity.class, LaneEntity.class, DraftEntity.class})
class ReleasedUpgradeTest {
    private final TestDatabase database;
    private final ActiveObjects ao;
    private final ReleasedRows rows;
    private final ReleasedRows rowsOfAnOldNode;

    ReleasedUpgradeTest(TestDatabase database) {
        this.database = database;
        ao = database.activeObjects();
        ManualClock clock = new ManualClock();
        rows = new ReleasedRows(ao, clock.instant(), 1);
        rowsOfAnOldNode = new ReleasedRows(ao, clock.instant(), 2);
    }

    @OnEveryDatabase
    void nothingIsLostOrChanged() throws Exception {
        rows.fill();
        Map<String, List<Map<String, String>>> before = content();

        Descriptor.upgrade(database, ReleasedRows.TASKS);

        Map<String, List<Map<String, String>>> after = content();
        assertThat(before.values()).allSatisfy(table -> assertThat(table).isNotEmpty());
        before.forEach((table, old) -> assertThat(after.get(table).stream().map(row -> only(old.get(0).keySet(), row))).as(table).containsExactlyElementsOf(old));
    }

    @OnEveryDatabase
    void thePresentEntitiesReadWhatTheReleasedOnesWrote() throws Exception {
        rows.fill();
        Descriptor.upgrade(database, ReleasedRows.TASKS);

        assertThat(only(org.intercomjira.link.LinkEntity.class).getUnsent()).isTrue();
        assertThat(only(org.intercomjira.connection.ConnectionEntity.class).getTokenCipher()).startsWith("1:c2VhbGVk");
        assertThat(only(org.intercomjira.conversation.DraftEntity.class).getBody()).startsWith("Grüße");
        assertThat(only(org.intercomjira.delivery.LaneEntity.class).getTurns()).isEqualTo(41L);
        assertThat(ao.find(org.intercomjira.delivery.OutboxEntity.class, Query.select().order("ID"))).extracting(org.intercomjira.delivery.OutboxEntity::getStatus)
            .containsExactly("HELD", "SENDING", "BLOCKED", "WAITING", "WAITING", "HELD", "WAITING", "WAITING", "BLOCKED", "DEAD", "DONE", "DONE");
    }

    @OnEveryDatabase
    void aNodeOfTheReleasedVersionGoesOnWritingRows() throws Exception {
        rows.fill();
        Descriptor.upgrade(database, ReleasedRows.TASKS);
        Map<String, List<Map<String, String>>> before = content();

        assertThatCode(rowsOfAnOldNode::fill).doesNotThrowAnyException();

        Map<String, List<Map<String, String>>> after = content();
        before.forEach((table, old) -> assertThat(after.get(table)).as(table).hasSize(2 * old.size()).containsAll(old));
    }

    @OnEveryDatabase
    void aNodeOfTheReleasedVersionGoesOnMovingRows() throws Exception {
        rows.fill();
        Descriptor.upgrade(database, ReleasedRows.TASKS);

        LaneEntity lane = only(LaneEntity.class);
        lane.setTurns(lane.getTurns() + 1);
        lane.save();
        OutboxEntity row = ao.find(OutboxEntity.class, Query.select().where("DEDUPE_KEY = ?", rows.dedupeKey("free")))[0];
        row.setStatus("DONE");
        row.setPending(false);
        row.setNextAt(4_711L);
        row.save();

        assertThat(only(org.intercomjira.delivery.LaneEntity.class).getTurns()).isEqualTo(42L);
        assertThat(ao.find(org.intercomjira.delivery.OutboxEntity.class, Query.select().where("DEDUPE_KEY = ?", rows.dedupeKey("free")))).singleElement()
            .satisfies(moved -> assertThat(moved.getNextAt()).isEqualTo(4_711L)).satisfies(moved -> assertThat(moved.getPending()).isFalse());
    }

    @OnEveryDatabase
    void anUpgradeThatRunsTwiceChangesNothingMore() throws Exception {
        rows.fill();
        Descriptor.upgrade(database, ReleasedRows.TASKS);
        Map<String, List<Map<String, String>>> once = content();

        Descriptor.upgrade(database, ReleasedRows.TASKS);

        assertThat(content()).isEqualTo(once);
    }

    private <T extends RawEntity<Long>> T only(Class<T> entity) {
        T[] found = ao.find(entity, Query.select());
        assertThat(found).hasSize(1);
        return found[0];
    }

    private Map<String, List<Map<String, String>>> content() throws SQLException {
        Map<String, List<Map<String, String>>> content = new TreeMap<>();
        for (String table : ReleasedRows.TABLES) {
            content.put(table, database.rows(table));
        }
        return content;
    }

    private static Map<String, String> only(Set<String> columns, Map<String, String> row) {
        Map<String, String> some = new TreeMap<>(row);
        some.keySet().retainAll(columns);
        return some;
    }
}
