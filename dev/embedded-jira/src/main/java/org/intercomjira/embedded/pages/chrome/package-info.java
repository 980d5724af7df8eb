/**
 * What is around every page: Jira's header, the project's and the administration's menus, scripts and styles.
 * Plugins' pages get the same surroundings through the page decorator.
 */
package org.intercomjira.embedded.pages.chrome;
