package com.atlassian.sal.api.websudo;

/** The session is not a secure administrator session. */
public class WebSudoSessionException extends RuntimeException {
    public WebSudoSessionException() {
    }

    public WebSudoSessionException(String message) {
        super(message);
    }
}
