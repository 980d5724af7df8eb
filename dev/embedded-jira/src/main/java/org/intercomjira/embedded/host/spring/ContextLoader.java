package org.intercomjira.embedded.host.spring;

import java.util.concurrent.Callable;

/** Runs code with a plugin's class loader as the thread's, as Jira does when it calls a plugin. */
public final class ContextLoader {
    private ContextLoader() {
    }

    public static void run(ClassLoader loader, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** As {@link #run}, for work with an answer; what it throws unchecked comes through as it is. */
    public static <T> T call(ClassLoader loader, Callable<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
