/**
 * The product's stories, told through its public faces: Jira's REST and pages, the plugin's REST and pages, Intercom.
 * The sentences are those of the product's promises; the codes in the comments (C1, L3, N2) are theirs.
 */
package org.intercomjira.acceptance;
