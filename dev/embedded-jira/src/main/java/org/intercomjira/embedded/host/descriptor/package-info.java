/** The plugin's descriptor: reading it, and refusing what Jira would pass over in silence. */
package org.intercomjira.embedded.host.descriptor;
