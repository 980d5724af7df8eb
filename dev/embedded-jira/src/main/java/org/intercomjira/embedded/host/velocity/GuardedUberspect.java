package org.intercomjira.embedded.host.velocity;

import com.atlassian.templaterenderer.RenderingException;
import java.lang.reflect.Method;
import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.util.RuntimeServicesAware;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/** Refuses, loudly, every call that the allow-list does not have. Velocity makes it by its class name, hence public and without arguments. */
public final class GuardedUberspect extends UberspectImpl implements RuntimeServicesAware {
    private MethodAllowList allowList;

    @Override
    public void setRuntimeServices(RuntimeServices services) {
        allowList = (MethodAllowList) services.getApplicationAttribute(MethodAllowList.class.getName());
    }

    @Override
    public VelMethod getMethod(Object target, String name, Object[] arguments, Info place) throws Exception {
        Method method = target == null ? null : introspector.getMethod(target.getClass(), name, arguments);
        if (method != null) {
            refuseUnlisted(target, method, place);
        }
        return super.getMethod(target, name, arguments, place);
    }

    @Override
    public VelPropertyGet getPropertyGet(Object target, String name, Info place) throws Exception {
        VelPropertyGet property = super.getPropertyGet(target, name, place);
        if (property != null) {
            Method method = introspector.getMethod(target.getClass(), property.getMethodName(), new Object[0]);
            if (method != null) {
                refuseUnlisted(target, method, place);
            }
        }
        return property;
    }

    @Override
    public VelPropertySet getPropertySet(Object target, String name, Object value, Info place) {
        throw new Refused("Templates may not set " + name + ", " + place);
    }

    private void refuseUnlisted(Object target, Method method, Info place) {
        if (!allowList.allows(target, method)) {
            throw new Refused("The template calls " + MethodAllowList.signature(target.getClass(), method) + ", which no velocity-allowlist has, " + place);
        }
    }

    /** The reason why a template was stopped. */
    static final class Refused extends RenderingException {
        private static final long serialVersionUID = 1;
        private final String reason;

        Refused(String reason) {
            this.reason = reason;
        }

        @Override
        public String getMessage() {
            return reason;
        }
    }
}
