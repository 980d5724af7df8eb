/**
 * The tie between a Jira project and an Intercom workspace: OAuth, the app user, the state of the connection, the token.
 * Everything done in Intercom is done with a connection's token.
 */
package org.intercomjira.connection;
