/**
 * What the features need of Jira and of the machine: imports, life cycle, clock, secrets, permissions, the REST error shape.
 * It knows no feature.
 * Atlassian types are welcome here.
 */
package org.intercomjira.platform;
