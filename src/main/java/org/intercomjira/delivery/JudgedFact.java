package org.intercomjira.delivery;

import java.util.List;

/**
 * A fact and what was decided about it at the moment it happened. All rows of a fact are stored in one transaction.
 *
 * @param key      names the fact; its messages' dedupe keys begin with it and a colon
 * @param messages to be delivered
 * @param covered  what needs no message; under the fact's own key when nobody gets one
 */
public record JudgedFact(String key, List<Message> messages, List<CoveredFact> covered) {
}
