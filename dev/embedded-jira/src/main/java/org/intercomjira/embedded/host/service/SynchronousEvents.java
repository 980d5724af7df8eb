package org.intercomjira.embedded.host.service;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls listeners on the publisher's thread, one after the other. What a listener throws is logged and never reaches the publisher. */
public final class SynchronousEvents implements EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(SynchronousEvents.class);
    private final List<Registration> registrations = new CopyOnWriteArrayList<>();

    private record Registration(Object listener, List<Method> methods) {
        void offer(Object event) {
            methods.stream().filter(method -> method.getParameterTypes()[0].isInstance(event)).forEach(method -> call(method, event));
        }

        private void call(Method method, Object event) {
            ContextLoader.run(listener.getClass().getClassLoader(), () -> {
                try {
                    method.invoke(listener, event);
                } catch (InvocationTargetException e) {
                    LOG.error("{} failed on {}", method, event.getClass().getName(), e.getCause());
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    @Override
    public void publish(Object event) {
        registrations.forEach(registration -> registration.offer(event));
    }

    /** @throws IllegalArgumentException when the object has no public method with {@link EventListener} and one parameter */
    @Override
    public void register(Object listener) {
        List<Method> methods = Arrays.stream(listener.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(EventListener.class)).filter(method -> method.getParameterCount() == 1).toList();
        if (methods.isEmpty()) {
            throw new IllegalArgumentException(listener.getClass().getName() + " has no public @EventListener method with one parameter");
        }
        methods.forEach(method -> method.setAccessible(true));
        unregister(listener);
        registrations.add(new Registration(listener, methods));
    }

    @Override
    public void unregister(Object listener) {
        registrations.removeIf(registration -> registration.listener() == listener);
    }

    /** Drops what a stopped plugin left registered, and says so: in Jira it would hold the plugin's class loader for ever. */
    public void forget(ClassLoader plugin) {
        registrations.stream().filter(registration -> registration.listener().getClass().getClassLoader() == plugin)
                .forEach(registration -> LOG.warn("{} was still registered for events when its plugin stopped", registration.listener().getClass().getName()));
        registrations.removeIf(registration -> registration.listener().getClass().getClassLoader() == plugin);
    }
}
