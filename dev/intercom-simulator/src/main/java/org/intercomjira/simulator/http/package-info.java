/**
 * A small HTTP layer over the JDK's server: calls in, replies out, routes between them. It knows nothing of Intercom.
 * It exists because the faults need what servlets hide: closing a connection without an answer, and holding hundreds of requests without a thread each.
 */
package org.intercomjira.simulator.http;
