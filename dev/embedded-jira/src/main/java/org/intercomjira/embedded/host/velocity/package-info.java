/** Velocity as Jira runs it for plugins: everything escaped, only listed methods callable. */
package org.intercomjira.embedded.host.velocity;
