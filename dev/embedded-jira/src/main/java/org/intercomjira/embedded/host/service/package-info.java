/** Services of Atlassian's platform that plugins import: events, scheduler, caches, cluster locks, settings, application properties. */
package org.intercomjira.embedded.host.service;
