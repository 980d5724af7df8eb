package com.atlassian.activeobjects.external;

/** The version of a plugin's tables, a number. */
public final class ModelVersion {
    private ModelVersion() {
    }

    public static ModelVersion valueOf(String version) {
        throw new UnsupportedOperationException("declaration only");
    }
}
