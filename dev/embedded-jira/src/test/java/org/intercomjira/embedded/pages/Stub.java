package org.intercomjira.embedded.pages;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Objects of Jira's interfaces that answer only what a test says: a method that is not named fails. */
public final class Stub {
    private Stub() {
    }

    /** @param answers by method name: a value, or a function of the arguments */
    @SuppressWarnings("unchecked")
    public static <T> T of(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> self == arguments[0];
                    case "hashCode" -> System.identityHashCode(self);
                    default -> type.getSimpleName() + answers;
                };
            }
            if (!answers.containsKey(method.getName())) {
                throw new UnsupportedOperationException(method.toString());
            }
            Object answer = answers.get(method.getName());
            return answer instanceof Function<?, ?> function ? ((Function<Object[], Object>) function).apply(arguments) : answer;
        }));
    }
}
