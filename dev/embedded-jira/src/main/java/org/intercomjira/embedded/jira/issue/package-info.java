/** Issues and what happens to them: creation, edits, comments, transitions, deletion, and the history these leave. */
package org.intercomjira.embedded.jira.issue;
