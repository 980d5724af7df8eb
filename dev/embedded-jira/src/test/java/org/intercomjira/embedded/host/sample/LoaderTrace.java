package org.intercomjira.embedded.host.sample;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leaves a weak trace of its class loader where a test can find it. */
@Component
public class LoaderTrace {
    public static final String LOADERS = "sample.loaders";

    @SuppressWarnings("unchecked")
    public LoaderTrace() {
        List<WeakReference<ClassLoader>> loaders = (List<WeakReference<ClassLoader>>) System.getProperties().computeIfAbsent(LOADERS, key -> new ArrayList<WeakReference<ClassLoader>>());
        loaders.add(new WeakReference<>(LoaderTrace.class.getClassLoader()));
    }
}
