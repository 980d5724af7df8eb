/**
 * What a project's links say together: issues by number of conversations, conversations by state, the newest links, as a page and
 * as CSV. Each reader's report is made of the issues that this reader may browse.
 */
package org.intercomjira.report;
