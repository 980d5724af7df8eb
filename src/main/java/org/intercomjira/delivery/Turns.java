package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import net.java.ao.DBParam;
import net.java.ao.Query;

/**
 * Lets one transaction at a time move messages of a lane, on all nodes.
 *
 * <p>The cluster lock of the lane is to spare work, not to be relied on: a node whose database was gone for a moment may go on working
 * after the lock has passed to another, and then both would read the same messages as waiting and write both their claims. So every
 * transaction that moves messages begins by writing the lane's row, and every database lets the second writer of a row wait for the
 * commit of the first. What the second reads afterwards is what the first has committed: nothing is read before, so that holds where
 * a transaction sees the state at its first read, too (MySQL's default).
 */
final class Turns {
    private final ActiveObjects ao;

    Turns(ActiveObjects ao) {
        this.ao = ao;
    }

    /** Does the work in a transaction of its own, which must not join another. */
    <T> T take(String lane, Function<Turn, T> work) {
        LaneEntity row = find(lane).orElseGet(() -> create(lane));
        long next = row.getTurns() + 1;
        return ao.executeInTransaction(() -> {
            row.setTurns(next);
            row.save();
            return work.apply(new Turn(ao, lane));
        });
    }

    private Optional<LaneEntity> find(String lane) {
        return Arrays.stream(ao.find(LaneEntity.class, Query.select().where("NAME = ?", lane).limit(1))).findFirst();
    }

    private LaneEntity create(String lane) {
        try {
            return ao.create(LaneEntity.class, new DBParam("NAME", lane), new DBParam("TURNS", 0L));
        } catch (RuntimeException e) {
            // Another node was faster: the name is unique.
            return find(lane).orElseThrow(() -> e);
        }
    }
}
