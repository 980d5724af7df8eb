package org.intercomjira.connection;

/** Whether the token of a connection opens the workspace, as far as the last call told. A project without a connection has no state. */
public enum ConnectionState {
    CONNECTED, BROKEN
}
