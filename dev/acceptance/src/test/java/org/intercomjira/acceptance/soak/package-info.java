/**
 * Faults and load: two nodes on one PostgreSQL, a simulated Intercom that misbehaves, and a ledger of every transition that Jira made.
 * Small sizes by default, so that they belong to every run of the tests; the sizes of {@code dev/soak} by system properties.
 */
package org.intercomjira.acceptance.soak;
