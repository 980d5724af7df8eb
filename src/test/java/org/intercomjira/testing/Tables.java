package org.intercomjira.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.java.ao.RawEntity;

/** The entities whose tables a test's database has. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tables {
    Class<? extends RawEntity<?>>[] value();
}
