package org.intercomjira.delivery;

import java.util.Set;

/**
 * A message that was lost before it was stored.
 *
 * @param fact  names its fact
 * @param later the dedupe keys of what has to be delivered after it
 */
public record MissingMessage(String fact, Message message, Set<String> later) {
}
