package org.intercomjira.notification;

import java.util.regex.Pattern;

/** The word that sends a comment to Intercom where a project wants to be asked: {@code #intercom}, in any case, as a word of its own. */
final class CommentFilter {
    /** No letter, digit or part of an address stands before it, and the word does not go on after it. */
    private static final Pattern WORD = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}_#&/=?@%~+\\-\\\\])#intercom(?![\\p{L}\\p{M}\\p{N}_\\-]|[./:#]\\p{Alnum})",
            Pattern.CASE_INSENSITIVE);

    private CommentFilter() {
    }

    static boolean lets(String comment) {
        return comment != null && WORD.matcher(comment).find();
    }

    static String without(String comment) {
        return WORD.matcher(comment).replaceAll("");
    }
}
