package org.intercomjira.testing;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.transaction.TransactionCallback;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import net.java.ao.ActiveObjectsException;
import net.java.ao.EntityManager;

/**
 * Jira's {@link ActiveObjects} over an entity manager. Its methods have the entity manager's names and parameters, so a proxy
 * carries them over; it stays right when the declarations name more of them.
 */
final class TestActiveObjects {
    private TestActiveObjects() {
    }

    static ActiveObjects over(EntityManager manager, TransactionalDataSource source) {
        return (ActiveObjects) Proxy.newProxyInstance(ActiveObjects.class.getClassLoader(), new Class<?>[] {ActiveObjects.class},
            (proxy, method, arguments) -> method.getName().equals("executeInTransaction")
                ? inTransaction(source, (TransactionCallback<?>) arguments[0])
                : call(manager, method, arguments));
    }

    private static Object inTransaction(TransactionalDataSource source, TransactionCallback<?> work) {
        try {
            return source.inTransaction(work::doInTransaction);
        } catch (SQLException e) {
            throw new ActiveObjectsException(e);
        }
    }

    /** As Jira does, SQL exceptions come out unchecked. */
    private static Object call(EntityManager manager, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(manager, arguments);
        }
        try {
            return EntityManager.class.getMethod(method.getName(), method.getParameterTypes()).invoke(manager, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException ? new ActiveObjectsException(e.getCause()) : e.getCause();
        }
    }
}
