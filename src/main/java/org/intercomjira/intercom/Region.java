package org.intercomjira.intercom;

import java.util.Arrays;
import java.util.Optional;

/** Where Intercom keeps a workspace: {@code app.region} of {@code GET /me}. */
public enum Region {
    US, EU, AU;

    /** The region with this code, compared without regard to case; empty when unknown or null. */
    public static Optional<Region> of(String code) {
        return Arrays.stream(values()).filter(region -> region.name().equalsIgnoreCase(code)).findFirst();
    }
}
