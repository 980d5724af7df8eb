package org.intercomjira.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once on every {@link DatabaseKind}, or on those that {@code -Dtest.databases=H2,MARIADB} names. The class says with
 * {@link Tables} what the database holds, and takes it as a {@link TestDatabase} in its constructor.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EveryDatabase.class)
public @interface OnEveryDatabase {
}
