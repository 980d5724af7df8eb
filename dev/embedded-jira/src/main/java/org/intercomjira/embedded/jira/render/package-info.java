/** Jira's wiki markup as HTML. Written from what the markup's help page promises; what is not common in comments is left as text. */
package org.intercomjira.embedded.jira.render;
