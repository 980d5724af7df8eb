package org.intercomjira.testing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once for each kind of database. */
final class EveryDatabase implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Tables.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        String wanted = System.getProperty("test.databases");
        return Arrays.stream(wanted == null ? DatabaseKind.values() : Stream.of(wanted.split(",")).map(DatabaseKind::valueOf).toArray(DatabaseKind[]::new))
            .map(On::new);
    }

    private record On(DatabaseKind kind) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int number) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Opened(kind));
        }
    }

    /** Opens the database for the test's constructor and closes it after the test. */
    private static final class Opened implements ParameterResolver, AfterEachCallback {
        private final DatabaseKind kind;
        private TestDatabase database;

        Opened(DatabaseKind kind) {
            this.kind = kind;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            database = kind.open(context.getRequiredTestClass().getAnnotation(Tables.class).value());
            return database;
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            if (database != null) {
                database.close();
            }
        }
    }
}
