package org.intercomjira.notification;

import java.io.Serializable;

/** The sentences of notes, by key, with their gaps filled. */
interface Phrases {
    String phrase(String key, Serializable... arguments);
}
