/** What plugins add to the web side: servlets, menu entries, panels, web-resources, and the address that installs them. */
package org.intercomjira.embedded.host.web;
