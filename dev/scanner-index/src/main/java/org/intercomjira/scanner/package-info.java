/**
 * Writes the Spring Scanner index, {@code META-INF/plugin-components/*}, at compile time.
 * In Atlassian's own build the atlassian-spring-scanner-maven-plugin does this.
 */
package org.intercomjira.scanner;
