/** The plugins' post functions on transitions: where they are kept and how they run. */
package org.intercomjira.embedded.jira.workflow;
