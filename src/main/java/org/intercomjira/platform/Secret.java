package org.intercomjira.platform;

import java.util.Objects;

/** A token or password. It never shows itself: whoever needs the text must say so with {@link #reveal()}. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The text itself. Only for the call or cipher that needs it, never for logs, pages or answers. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
