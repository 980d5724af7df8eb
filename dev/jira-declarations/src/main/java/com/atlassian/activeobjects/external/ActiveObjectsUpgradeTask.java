package com.atlassian.activeobjects.external;

/** Brings a plugin's tables to one model version; runs once, before the entities are migrated. */
public interface ActiveObjectsUpgradeTask {
    ModelVersion getModelVersion();

    void upgrade(ModelVersion currentVersion, ActiveObjects ao);
}
