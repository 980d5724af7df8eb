/** Plugins from JAR to running and back: look at all of it first, then stop the old one and start the new. */
package org.intercomjira.embedded.host.plugin;
