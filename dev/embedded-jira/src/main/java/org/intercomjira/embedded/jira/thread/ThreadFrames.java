package org.intercomjira.embedded.jira.thread;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.log4j.Logger;

/**
 * Jira's JiraThreadLocalUtil, and its punishment for doing without: Jira keeps caches for each thread, which it clears at the ends of
 * requests and of frames. On a thread that has neither, a plugin goes on reading what the thread has read first.
 */
public final class ThreadFrames implements JiraThreadLocalUtil {
    private final ThreadLocal<Boolean> open = ThreadLocal.withInitial(() -> false);
    private final ThreadLocal<Map<List<Object>, Object>> first = ThreadLocal.withInitial(HashMap::new);

    @Override
    public void preCall() {
        first.remove();
        open.set(true);
    }

    @Override
    public void postCall(Logger log) {
        if (!open.get()) {
            log.warn("postCall without preCall on " + Thread.currentThread().getName());
        }
        first.remove();
        open.remove();
    }

    /** A request begins or ends on this thread: Jira's own filter sees to the frame. */
    public void request(boolean begins) {
        first.remove();
        if (begins) {
            open.set(true);
        } else {
            open.remove();
        }
    }

    /** The service as plugins see it. */
    public <T> T guard(Class<T> type, T service) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (open.get() || method.getDeclaringClass() == Object.class || method.getReturnType() == void.class) {
                return call(service, method, arguments);
            }
            List<Object> question = Arrays.asList(type, method, arguments == null ? List.of() : Arrays.asList(arguments));
            Map<List<Object>, Object> known = first.get();
            if (!known.containsKey(question)) {
                known.put(question, call(service, method, arguments));
            }
            return known.get(question);
        }));
    }

    private static Object call(Object service, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
