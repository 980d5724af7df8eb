/**
 * A small template language for Jira's own pages: values are escaped unless they are {@link org.intercomjira.embedded.pages.template.Html}.
 * Plugins' templates are Velocity and belong to the host of plugins.
 */
package org.intercomjira.embedded.pages.template;
