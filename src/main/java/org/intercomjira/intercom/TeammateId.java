package org.intercomjira.intercom;

/** Intercom's id of a teammate (the API says admin). */
public record TeammateId(String value) {
}
