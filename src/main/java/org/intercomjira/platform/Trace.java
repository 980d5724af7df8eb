package org.intercomjira.platform;

/**
 * An exception as it may be logged: classes and places of it and its causes, without their messages.
 * Messages of parsers and databases may quote what people wrote.
 */
public final class Trace extends Exception {
    public Trace(Throwable original) {
        super(original.getClass().getName(), original.getCause() == null ? null : new Trace(original.getCause()));
        setStackTrace(original.getStackTrace());
    }
}
