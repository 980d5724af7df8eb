package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordHandlesTest {
    private static final long COLLECTED_MILLIS = 500;

    /** What a plugin has many of. */
    public record Sample(String text, Sample other) {
    }

    @Test
    void aClassLoaderOfRecordsIsCollectedAfterwards() throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        PhantomReference<ClassLoader> loader = used(collected);
        RecordHandles.forgetThisPlugin();
        // The compiler may still be at work on its classes, and that keeps it.
        await().pollInSameThread().pollDelay(Duration.ZERO).atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            System.gc();
            assertThat((Object) collected.remove(COLLECTED_MILLIS)).isSameAs(loader);
        });
    }

    private static PhantomReference<ClassLoader> used(ReferenceQueue<ClassLoader> collected) throws ReflectiveOperationException, IOException {
        URL classes = RecordHandlesTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Constructor<?> constructor = loader.loadClass(Sample.class.getName()).getDeclaredConstructors()[0];
            Object one = constructor.newInstance("one", null);
            Object other = constructor.newInstance("one", null);
            assertThat(one.equals(other)).isTrue();
            assertThat(one.hashCode()).isEqualTo(other.hashCode());
            assertThat(one.toString().equals(other.toString())).isTrue();
            return new PhantomReference<>(loader, collected);
        }
    }
}
