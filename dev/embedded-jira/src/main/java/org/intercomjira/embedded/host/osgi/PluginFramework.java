package org.intercomjira.embedded.host.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.framework.FrameworkFactory;
import org.intercomjira.embedded.host.PluginException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** The OSGi framework in this process. Bundles see of the host exactly the packages that {@link ExportedPackages} lists. */
public final class PluginFramework implements AutoCloseable {
    private static final Pattern MISSING_PACKAGE = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");
    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final Framework framework;
    private final AtomicLong installations = new AtomicLong();

    /** Starts the framework with an empty cache in this directory. */
    public PluginFramework(Path cache) {
        framework = new FrameworkFactory().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, cache.toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                Constants.FRAMEWORK_SYSTEMPACKAGES, ExportedPackages.header(),
                // The new version of a plugin is looked at beside the running one before it takes its place.
                Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                // Without it Felix lends a bundle classes of the host that it does not import.
                "felix.bootdelegation.implicit", "false",
                "felix.log.level", "1"));
        try {
            framework.start();
        } catch (BundleException e) {
            throw new IllegalStateException("The OSGi framework did not start", e);
        }
    }

    /** Makes a service of the host known to bundles. */
    public void publish(Class<?> type, Object service) {
        framework.getBundleContext().registerService(type.getName(), service, null);
    }

    /**
     * Installs and resolves a bundle; nothing of it runs yet.
     *
     * @throws PluginException when it imports a package that the host does not export
     */
    public Bundle install(Path jar) {
        Bundle bundle = null;
        try (InputStream content = Files.newInputStream(jar)) {
            bundle = framework.getBundleContext().installBundle("plugin:" + installations.incrementAndGet(), content);
            bundle.start();
            return bundle;
        } catch (BundleException e) {
            remove(bundle);
            throw new PluginException(reason(e), e);
        } catch (IOException e) {
            throw new PluginException("The JAR cannot be read: " + jar, e);
        }
    }

    /** Uninstalls a bundle and drops its class loader. */
    public void remove(Bundle bundle) {
        if (bundle == null) {
            return;
        }
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw new IllegalStateException("The bundle did not stop: " + bundle.getSymbolicName(), e);
        }
    }

    private static String reason(BundleException e) {
        Matcher missing = MISSING_PACKAGE.matcher(String.valueOf(e.getMessage()));
        return missing.find() ? "The JAR imports the package " + missing.group(1) + ", which Jira does not export" : "The JAR is no good bundle: " + e.getMessage();
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(LONGEST_STOP_MILLIS);
        } catch (BundleException e) {
            throw new IllegalStateException("The OSGi framework did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
