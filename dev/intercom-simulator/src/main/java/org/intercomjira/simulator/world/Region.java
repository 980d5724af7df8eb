package org.intercomjira.simulator.world;

import java.util.Locale;

/** Where Intercom keeps a workspace. The name is the value of {@code app.region}. */
public enum Region {
    US, EU, AU;

    /** The first segment of every address of the region: it stands for both its API host and its app host. */
    public String prefix() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }
}
