/**
 * Jira's conditions on web fragments, as descriptors name them. The host makes them with the services that their constructors ask for.
 */
package com.atlassian.jira.plugin.webfragment.conditions;
