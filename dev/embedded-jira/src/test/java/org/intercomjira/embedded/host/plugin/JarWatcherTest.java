package org.intercomjira.embedded.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.intercomjira.embedded.host.PluginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rebuilt JAR is installed once it is whole. */
class JarWatcherTest {
    @TempDir
    Path directory;
    private final List<Path> installed = new ArrayList<>();
    private Path jar;
    private JarWatcher watcher;

    @BeforeEach
    void watch() throws IOException {
        jar = Files.writeString(directory.resolve("plugin.jar"), "one");
        watcher = new JarWatcher(jar, installed::add);
    }

    @Test
    void anUnchangedJarIsLeftAlone() {
        watcher.look();
        watcher.look();
        assertThat(installed).isEmpty();
    }

    @Test
    void aChangedJarIsInstalledWhenItHasComeToRest() throws IOException {
        Files.writeString(jar, "one and a half");
        watcher.look();
        Files.writeString(jar, "two, which is longer");
        watcher.look();
        assertThat(installed).isEmpty();
        watcher.look();
        watcher.look();
        assertThat(installed).containsExactly(jar);
    }

    @Test
    void aJarThatIsGoneForAMomentIsWaitedFor() throws IOException {
        Files.delete(jar);
        watcher.look();
        Files.writeString(jar, "new one");
        watcher.look();
        watcher.look();
        assertThat(installed).containsExactly(jar);
    }

    @Test
    void aRefusedJarDoesNotStopTheWatch() throws IOException {
        List<Path> tried = new ArrayList<>();
        JarWatcher refusing = new JarWatcher(jar, file -> {
            tried.add(file);
            throw new PluginException("refused");
        });
        for (String content : List.of("longer", "longer still")) {
            Files.writeString(jar, content);
            refusing.look();
            refusing.look();
        }
        assertThat(tried).hasSize(2);
    }
}
