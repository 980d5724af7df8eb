/** Custom fields: which there are, and what plugins' types make of them. */
package org.intercomjira.embedded.jira.field;
