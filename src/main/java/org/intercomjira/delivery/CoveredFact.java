package org.intercomjira.delivery;

/**
 * A fact that was judged and needs no message (any more): stored as a row that is done from the start, so that "no row" means only
 * that the fact was never judged.
 *
 * @param key    names the fact; at most 255 characters
 * @param lane   as in {@link Message#lane()}
 * @param sender as in {@link Message#sender()}
 * @param reason why there is no message, as a code of lower-case letters and underscores
 */
public record CoveredFact(String key, String lane, String sender, String reason) {
    /** The reason of a fact whose message says it along with another fact. */
    public static final String TOGETHER = "together";

    boolean isSaidByAnother() {
        return TOGETHER.equals(reason);
    }
}
