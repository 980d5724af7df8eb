package org.intercomjira.platform;

/** Where a sealed secret is kept. It opens at this place only, so that nobody can move one project's token to another's row. */
public record SecretPlace(String table, String row, String column) {
}
