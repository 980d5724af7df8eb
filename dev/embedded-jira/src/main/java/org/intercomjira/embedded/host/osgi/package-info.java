/** OSGi: the framework, and what of the host a bundle may see. */
package org.intercomjira.embedded.host.osgi;
