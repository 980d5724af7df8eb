package org.intercomjira.platform;

/**
 * What a node sees of the Jira that it runs in. Null for what it cannot see.
 *
 * @param baseUrl    canonical, without a slash at its end
 * @param sharedHome path of the home that the nodes share
 * @param database   fingerprint of the database's address, which may hold a password
 */
public record Installation(String baseUrl, String sharedHome, String database) {
}
