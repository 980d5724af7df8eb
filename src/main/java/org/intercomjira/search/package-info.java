/**
 * Finding issues by their conversations: JQL functions and columns of the issue list. Names that JQL knows by the property
 * index stand in the descriptor. Nothing here decides who may see an issue: Jira's search does.
 */
package org.intercomjira.search;
