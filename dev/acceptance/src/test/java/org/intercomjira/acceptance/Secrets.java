package org.intercomjira.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Secrets that are known by their SHA-256 only: finds them in a text by hashing each word of it that could be one. */
record Secrets(Set<String> hashes) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+/.\\-]{12,200}={0,2}");

    /** The secrets that the text holds. */
    Set<String> in(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).distinct().filter(word -> hashes.contains(sha256(word))).collect(Collectors.toSet());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
