package org.intercomjira.embedded.pages.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The token that Jira's own forms carry: the same value in the cookie {@code atlassian.xsrf.token} and in the field {@code atl_token}. */
public final class XsrfTokens {
    public static final String FIELD = "atl_token";
    private static final String COOKIE = "atlassian.xsrf.token";
    private static final int BYTES = 20;

    private final SecureRandom random = new SecureRandom();

    /** The caller's token; made, and sent as a cookie, when there is none yet. */
    public String token(HttpServletRequest request, HttpServletResponse response) {
        Object made = request.getAttribute(COOKIE);
        return made != null ? made.toString() : sent(request).orElseGet(() -> make(request, response));
    }

    public boolean isValid(HttpServletRequest request) {
        String field = request.getParameter(FIELD);
        return field != null && sent(request).filter(cookie -> isSame(cookie, field)).isPresent();
    }

    private String make(HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes) + (request.getRemoteUser() == null ? "_lout" : "_lin");
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath(request.getContextPath());
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
        request.setAttribute(COOKIE, token);
        return token;
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue).filter(value -> !value.isEmpty()).findFirst();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
