/**
 * What the JAR that an administrator uploads holds, and what it asks of Jira. Nothing is started here:
 * the tests read the JAR and the sources' own declarations.
 */
package org.intercomjira.acceptance.jar;
