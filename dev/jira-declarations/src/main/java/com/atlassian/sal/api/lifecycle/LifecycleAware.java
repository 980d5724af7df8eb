package com.atlassian.sal.api.lifecycle;

/** Told when Jira has started the plugin, and when it stops. Must be exported as an OSGi service. */
public interface LifecycleAware {
    void onStart();

    void onStop();
}
