package org.intercomjira.embedded.host.velocity;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods that templates may call: those on plain values and collections, on Jira's texts, and those that the plugin lists. */
public final class MethodAllowList {
    private static final List<Class<?>> PLAIN = List.of(CharSequence.class, Number.class, Boolean.class, Character.class, Map.class, Map.Entry.class, Collection.class, Iterator.class);
    private static final Set<String> OF_JIRA = Set.of("com.atlassian.sal.api.message.I18nResolver");

    private final Set<String> listed;

    /** @param listed entries such as {@code com.acme.View#title()} and {@code com.acme.View#find(java.lang.String)} */
    public MethodAllowList(Collection<String> listed) {
        this.listed = listed.stream().map(entry -> entry.replaceAll("\\s", "")).collect(Collectors.toUnmodifiableSet());
    }

    public boolean allows(Object target, Method method) {
        if (method.getDeclaringClass() == Object.class && !method.getName().equals("toString") && !method.getName().equals("equals")) {
            return false;
        }
        return target.getClass().isArray() || PLAIN.stream().anyMatch(type -> type.isInstance(target))
                || types(target.getClass()).anyMatch(type -> OF_JIRA.contains(type.getName()) || listed.contains(signature(type, method)));
    }

    /** How the method would be listed for this type. */
    static String signature(Class<?> type, Method method) {
        return type.getName() + "#" + method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getName).collect(Collectors.joining(",", "(", ")"));
    }

    private static Stream<Class<?>> types(Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        return Stream.concat(Stream.of(type), Stream.concat(types(type.getSuperclass()), Arrays.stream(type.getInterfaces()).flatMap(MethodAllowList::types)));
    }
}
