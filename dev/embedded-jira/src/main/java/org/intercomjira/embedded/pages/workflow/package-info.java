/**
 * The administrator's pages of the workflow: its steps and transitions, and the post functions on them. Addresses, forms and words as in Jira, for the
 * one workflow that there is; Jira names workflow and mode in each address besides.
 */
package org.intercomjira.embedded.pages.workflow;
