package org.intercomjira.delivery;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.concurrent.locks.Lock;
import org.springframework.stereotype.Component;

/** The locks of the cluster: one for each lane, one for sweeping. Not re-entrant; taken and given back on the same thread. */
@Component
class LaneLocks {
    private static final String PREFIX = "org.intercomjira.delivery.";

    private final ClusterLockService locks;

    LaneLocks(@ComponentImport ClusterLockService locks) {
        this.locks = locks;
    }

    Lock ofLane(String lane) {
        return locks.getLockForName(PREFIX + "lane." + lane);
    }

    Lock ofSweep() {
        return locks.getLockForName(PREFIX + "sweep");
    }
}
