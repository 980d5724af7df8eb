/** Pages on which people move, clone and change issues in bulk. Addresses as in Jira, which asks in several steps what is asked here in one. */
package org.intercomjira.embedded.pages.operation;
