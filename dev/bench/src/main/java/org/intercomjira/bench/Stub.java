package org.intercomjira.bench;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A service of Jira that answers a few questions from memory. */
final class Stub {
    private Stub() {
    }

    /** What a method gives back. */
    interface Answer {
        Object to(Object[] arguments);
    }

    /** @param answers by the name of the method; any other method is a mistake in the measurement */
    static <T> T of(Class<T> type, Map<String, Answer> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.invoke(answers, arguments);
            }
            Answer answer = answers.get(method.getName());
            if (answer == null) {
                throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName() + " is no part of the measurement");
            }
            return answer.to(arguments);
        }));
    }
}
