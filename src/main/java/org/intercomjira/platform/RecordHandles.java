package org.intercomjira.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Java forget this plugin's records. Java has a few handles by which it compares, hashes and prints the records of everybody, and
 * before Java 19 (JDK-8078641) each of them keeps the types that it was last adapted to: with them the plugin's class loader, after the
 * plugin has been removed. So they are adapted to something else.
 */
final class RecordHandles {
    private static final Logger LOG = LoggerFactory.getLogger(RecordHandles.class);
    private static final int CURED_IN = 19;

    private RecordHandles() {
    }

    /** To be called last, when nothing compares records any more. */
    static void forgetThisPlugin() {
        if (Runtime.version().feature() >= CURED_IN) {
            return;
        }
        try {
            Lookup lookup = MethodHandles.publicLookup();
            MethodHandle part = lookup.findVirtual(String.class, "strip", MethodType.methodType(String.class));
            for (String method : new String[] {"equals", "hashCode", "toString"}) {
                ObjectMethods.bootstrap(lookup, method, MethodHandle.class, String.class, "part", part);
            }
        } catch (Throwable e) {
            LOG.debug("Java may keep the class loader of this plugin", e);
        }
    }
}
