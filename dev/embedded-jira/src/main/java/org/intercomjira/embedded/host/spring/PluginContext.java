package org.intercomjira.embedded.host.spring;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.host.PluginException;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.springframework.beans.BeansException;
import org.springframework.beans.CachedIntrospectionResults;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/** The plugin's Spring context, built from its scan index alone. */
public final class PluginContext implements AutoCloseable {
    private final Bundle bundle;
    private final ClassLoader loader;
    private final AnnotationConfigApplicationContext spring = new AnnotationConfigApplicationContext();
    private final List<LifecycleAware> lifecycle = new ArrayList<>();

    private PluginContext(Bundle bundle) {
        this.bundle = bundle;
        this.loader = loaderOf(bundle);
        spring.setClassLoader(loader);
        spring.setId(bundle.getSymbolicName());
    }

    /**
     * Makes all beans and publishes the exported ones.
     *
     * @param ownServices services that are made for this bundle, such as Active Objects, by interface; the others come from OSGi
     * @throws PluginException that names the bean, the missing component or service
     */
    public static PluginContext start(Bundle bundle, ScanIndex index, Map<Class<?>, Object> ownServices) {
        PluginContext context = new PluginContext(bundle);
        try {
            index.imports().forEach(entry -> context.registerImport(entry, ownServices));
            index.components().forEach(context::registerComponent);
            ContextLoader.run(context.loader, context.spring::refresh);
            index.exports().forEach(context::export);
            return context;
        } catch (BeansException e) {
            context.close();
            throw new PluginException("The plugin's components cannot be wired: " + reason(e), e);
        } catch (RuntimeException | LinkageError e) {
            context.close();
            throw e;
        }
    }

    /** The bundle's class loader, which sees its own classes, its nested libraries and what it imports. */
    public static ClassLoader loaderOf(Bundle bundle) {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    /** A new object of a module class, its constructor fed with the plugin's beans. */
    public <T> T create(Class<T> type) {
        try {
            return ContextLoader.call(loader, () -> spring.getAutowireCapableBeanFactory().createBean(type));
        } catch (BeansException e) {
            throw new PluginException(type.getName() + " cannot be made: " + reason(e), e);
        }
    }

    public ClassLoader loader() {
        return loader;
    }

    /** Tells the exported LifecycleAware services that everything is up. */
    public void startLifecycle() {
        ContextLoader.run(loader, () -> lifecycle.forEach(LifecycleAware::onStart));
    }

    /** Tells them that the plugin is about to stop. */
    public void stopLifecycle() {
        ContextLoader.run(loader, () -> lifecycle.forEach(LifecycleAware::onStop));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void registerImport(ScanIndex.Entry entry, Map<Class<?>, Object> ownServices) {
        Class type = load(entry.className(), "The imported component ");
        Object service = ownServices.containsKey(type) ? ownServices.get(type) : ImportedService.beanFor(bundle.getBundleContext(), type);
        spring.registerBean(beanName(entry, type), type, () -> service);
    }

    private void registerComponent(ScanIndex.Entry entry) {
        Class<?> type = load(entry.className(), "The component ");
        if (entry.rest().isEmpty()) {
            spring.register(type);
        } else {
            spring.registerBean(entry.rest(), type);
        }
    }

    private void export(ScanIndex.Entry entry) {
        Object bean = beanOf(load(entry.className(), "The exported component "));
        for (String name : entry.interfaces()) {
            if (!ResolvableType.forClass(load(name, "The exported interface ")).isInstance(bean)) {
                throw new PluginException(entry.className() + " is exported as " + name + " but does not implement it");
            }
        }
        bundle.getBundleContext().registerService(entry.interfaces().toArray(String[]::new), bean, null);
        if (bean instanceof LifecycleAware aware && entry.interfaces().contains(LifecycleAware.class.getName())) {
            lifecycle.add(aware);
        }
    }

    private Object beanOf(Class<?> type) {
        try {
            return spring.getBean(type);
        } catch (NoSuchBeanDefinitionException e) {
            throw new PluginException(type.getName() + " is exported but is no component", e);
        }
    }

    private Class<?> load(String name, String what) {
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new PluginException(what + name + " cannot be seen by the bundle: is it in the JAR, or is its package imported and exported?", e);
        }
    }

    /** Spring says which bean, its innermost cause says why. */
    private static String reason(BeansException e) {
        Throwable cause = e.getMostSpecificCause();
        return e.getMessage() + (cause == e || e.getMessage().contains(String.valueOf(cause.getMessage())) ? "" : ": " + cause);
    }

    private static String beanName(ScanIndex.Entry entry, Class<?> type) {
        return entry.rest().isEmpty() ? java.beans.Introspector.decapitalize(type.getSimpleName()) : entry.rest();
    }

    @Override
    public void close() {
        ContextLoader.run(loader, spring::close);
        CachedIntrospectionResults.clearClassLoader(loader);
        java.beans.Introspector.flushCaches();
    }
}
