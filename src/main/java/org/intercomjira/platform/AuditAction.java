package org.intercomjira.platform;

/** What the {@link AuditTrail} records. The names are stored: a released one is never renamed. */
public enum AuditAction {
    CONNECTION_CONNECTED,
    CONNECTION_REVOKED,
    DELIVERIES_STOPPED,
    DELIVERIES_RESUMED,
    DELIVERY_RETRIED,
    DELIVERY_DISCARDED,
    INSTALLATION_SAME,
    INSTALLATION_COPY
}
