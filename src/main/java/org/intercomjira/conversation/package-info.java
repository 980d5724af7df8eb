/**
 * Reads whole conversations, finds them, and writes to them on behalf of people in Jira.
 * What people write waits in a table of its own until the outbox has delivered it.
 * Bodies from Intercom leave the server clean of anything that could act.
 */
package org.intercomjira.conversation;
