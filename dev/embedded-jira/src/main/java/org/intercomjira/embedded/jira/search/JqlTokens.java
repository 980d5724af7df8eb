package org.intercomjira.embedded.jira.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a query into words, quoted texts and signs, and hands them out one by one. */
final class JqlTokens {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'|(!=|!~|<=|>=|[=~<>(),])|([^\\s=~<>(),!\"']+))");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    /** A quoted text is never a keyword. */
    record Token(String text, boolean quoted) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    JqlTokens(String jql) {
        Matcher matcher = TOKEN.matcher(jql);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String quoted = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            String plain = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            tokens.add(quoted != null ? new Token(quoted.replaceAll("\\\\(.)", "$1"), true) : new Token(plain, false));
        }
        if (!jql.substring(end).isBlank()) {
            throw new JqlError("Error in the JQL Query: The character '" + jql.substring(end).strip().charAt(0) + "' is a reserved JQL character.");
        }
    }

    boolean atEnd() {
        return next == tokens.size();
    }

    boolean comes(String word) {
        return !atEnd() && tokens.get(next).is(word);
    }

    /** Takes the next token if it is this word. */
    boolean take(String word) {
        boolean comes = comes(word);
        next += comes ? 1 : 0;
        return comes;
    }

    Token take() {
        if (atEnd()) {
            throw new JqlError("Error in the JQL Query: The query ends too early.");
        }
        return tokens.get(next++);
    }

    void expect(String word) {
        if (!take(word)) {
            throw new JqlError("Error in the JQL Query: Expecting '" + word + "' but got '" + (atEnd() ? "the end of the query" : tokens.get(next).text()) + "'.");
        }
    }
}
