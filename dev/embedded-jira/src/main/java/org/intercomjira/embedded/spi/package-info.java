/**
 * The seams of the embedded Jira: what its three rooms (host of plugins, Jira's own data, pages) need of one another.
 * Nothing here is a type of Atlassian's.
 */
package org.intercomjira.embedded.spi;
