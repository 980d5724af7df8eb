/** The plugin's Spring context: from the scan index to beans, imported and exported services. */
package org.intercomjira.embedded.host.spring;
