package org.intercomjira.embedded.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.function.Consumer;
import org.intercomjira.embedded.host.PluginException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reinstalls a plugin when its JAR was built anew: changed, and then at rest from one look to the next. */
public final class JarWatcher {
    private static final Logger LOG = LoggerFactory.getLogger(JarWatcher.class);

    private final Path jar;
    private final Consumer<Path> install;
    private Stamp installed;
    private Stamp lastSeen;

    private record Stamp(FileTime time, long size) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        }
    }

    /** @param install is called with the JAR; when it refuses it, the log says why */
    public JarWatcher(Path jar, Consumer<Path> install) throws IOException {
        this.jar = jar;
        this.install = install;
        this.installed = Stamp.of(jar);
        this.lastSeen = installed;
    }

    /** Looks at the JAR; to be called a few times a second. */
    public void look() {
        try {
            Stamp now = Stamp.of(jar);
            if (!now.equals(installed) && now.equals(lastSeen)) {
                installed = now;
                install.accept(jar);
            }
            lastSeen = now;
        } catch (NoSuchFileException e) {
            LOG.debug("The JAR is being built anew");
        } catch (PluginException e) {
            LOG.error("The new JAR is refused, the plugin goes on as before: {}", e.getMessage());
        } catch (IOException e) {
            LOG.warn("The JAR cannot be looked at: {}", e.toString());
        }
    }
}
