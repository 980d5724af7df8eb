package org.intercomjira.embedded.host.rest;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.Bindings;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.server.spi.ComponentProvider;
import org.intercomjira.embedded.host.spring.PluginContext;

/** Makes resources with the plugin's beans and lets JAX-RS fill their {@code @Context} fields. Jersey finds this class as a service. */
public final class PluginResources implements ComponentProvider {
    private InjectionManager injection;

    @Override
    public void initialize(InjectionManager manager) {
        injection = manager;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public boolean bind(Class<?> component, Set<Class<?>> contracts) {
        Object context = injection.getInstance(Application.class).getProperties().get(PluginContext.class.getName());
        if (!(context instanceof PluginContext plugin) || !component.isAnnotationPresent(Path.class) || component.getClassLoader() != plugin.loader()) {
            return false;
        }
        Supplier make = () -> {
            Object resource = plugin.create(component);
            injection.inject(resource);
            return resource;
        };
        injection.register(Bindings.supplier(make).to((Class) component));
        return true;
    }

    @Override
    public void done() {
        // Nothing is left to do after all components are bound.
    }
}
