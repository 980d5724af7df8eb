/**
 * The host: runs the very JAR that an administrator would upload, as Jira's plugin system would.
 * The way in is {@link org.intercomjira.embedded.EmbeddedJira}; each sub-package gives one of the platform's services.
 * What a real Jira would forgive until a user meets it is refused here when the plugin is installed, with the culprit's name.
 */
package org.intercomjira.embedded.host;
