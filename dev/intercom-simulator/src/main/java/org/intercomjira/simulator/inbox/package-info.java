/**
 * What a teammate sees: the list of a workspace's conversations and one thread, live, and what a customer would do.
 * The pages are static files; they ask for JSON each second.
 */
package org.intercomjira.simulator.inbox;
