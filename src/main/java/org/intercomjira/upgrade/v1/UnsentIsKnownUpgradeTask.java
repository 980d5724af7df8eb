package org.intercomjira.upgrade.v1;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import net.java.ao.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Version 1: LINK.UNSENT is known for each link, so that the column may refuse nothing. Active Objects cannot make it so while there are
 * rows without it. Runs before the entities in use are migrated, on one node, and on empty tables too; what it has done stays done if it
 * is interrupted, and the next start goes on from there.
 */
public final class UnsentIsKnownUpgradeTask implements ActiveObjectsUpgradeTask {
    /** In one transaction: few enough for any database, and enough that the commits do not count. */
    static final int BATCH = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(UnsentIsKnownUpgradeTask.class);

    @Override
    public ModelVersion getModelVersion() {
        return ModelVersion.valueOf("1");
    }

    @Override
    @SuppressWarnings("unchecked")
    public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
        ao.migrate(LinkEntity.class);
        int filled = 0;
        int batch;
        do {
            batch = ao.executeInTransaction(() -> fill(ao));
            filled += batch;
        } while (batch == BATCH);
        LOG.info("Upgraded to version 1 of the tables: {} links were completed", filled);
    }

    private static int fill(ActiveObjects ao) {
        LinkEntity[] links = ao.find(LinkEntity.class, Query.select("ID, UNSENT").where("UNSENT IS NULL").order("ID").limit(BATCH));
        for (LinkEntity link : links) {
            link.setUnsent(false);
            link.save();
        }
        return links.length;
    }
}
