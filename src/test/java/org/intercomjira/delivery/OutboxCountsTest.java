package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import net.java.ao.Query;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class OutboxCountsTest {
    private final ActiveObjects ao;
    private final OutboxCounts counts;

    OutboxCountsTest(TestDatabase database) {
        ao = database.activeObjects();
        counts = new OutboxCounts((ActiveObjects) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ActiveObjects.class}, this::movingBeforeEachCount));
        new OutboxStore(ao).insert(TestNode.message("1", "a"), Instant.EPOCH, null);
    }

    @OnEveryDatabase
    void aMessageThatMovesMeanwhileIsCountedOnce() {
        assertThat(counts.of("10000", Instant.EPOCH).waiting()).isEqualTo(1);
        assertThat(counts.ofAll(Instant.EPOCH).waiting()).isEqualTo(1);
    }

    /** What waits is sent, and what is being sent waits. */
    private Object movingBeforeEachCount(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("count")) {
            OutboxEntity row = ao.find(OutboxEntity.class, Query.select())[0];
            row.setStatus((Status.valueOf(row.getStatus()) == Status.WAITING ? Status.SENDING : Status.WAITING).name());
            row.save();
        }
        try {
            return method.invoke(ao, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
