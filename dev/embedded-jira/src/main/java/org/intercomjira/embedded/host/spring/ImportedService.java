package org.intercomjira.embedded.host.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.intercomjira.embedded.host.PluginException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Stands for a service of another bundle or of the host; looks it up at each call, so that the service may come and go. */
record ImportedService(BundleContext bundle, String type) implements InvocationHandler {
    /** The bean for an import: a proxy for an interface, the service itself for a class. */
    static Object beanFor(BundleContext bundle, Class<?> type) {
        ImportedService service = new ImportedService(bundle, type.getName());
        Object found = service.find();
        return type.isInterface() ? Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, service) : found;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> isObjectMethod(method) ? (Object) (proxy == arguments[0]) : call(method, arguments);
            case "hashCode" -> isObjectMethod(method) ? (Object) System.identityHashCode(proxy) : call(method, arguments);
            case "toString" -> isObjectMethod(method) ? "service " + type : call(method, arguments);
            default -> call(method, arguments);
        };
    }

    private static boolean isObjectMethod(Method method) {
        return method.getDeclaringClass() == Object.class;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(find(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object find() {
        ServiceReference<?> reference = bundle.getServiceReference(type);
        if (reference == null) {
            throw new PluginException("The imported component " + type + " is no service of Jira or of another plugin");
        }
        return bundle.getService(reference);
    }
}
