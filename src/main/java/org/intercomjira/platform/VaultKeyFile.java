package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The file that holds the vault's key: in the home that all nodes share, outside the database, for Jira's own account only. */
@Component
public class VaultKeyFile {
    static final String NAME = "intercom-for-jira.key";
    private static final int KEY_BYTES = 32;

    private final ApplicationProperties properties;

    public VaultKeyFile(@Qualifier("salApplicationProperties") @ComponentImport("salApplicationProperties") ApplicationProperties properties) {
        this.properties = properties;
    }

    /** The key; empty when there is no file. @throws Unreadable when there is one without a key in it */
    Optional<byte[]> read() {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path()).strip());
            if (key.length != KEY_BYTES) {
                throw new Unreadable();
            }
            return Optional.of(key);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable();
        }
    }

    /** Makes the file with a new key. The caller holds the cluster's lock and has seen that there is none. */
    byte[] make() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(path().getParent());
            Path unfinished = Files.createTempFile(path().getParent(), NAME, ".new", ownerOnly());
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(Base64.getEncoder().encodeToString(key).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(unfinished, path(), StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new Unreadable();
        }
    }

    /** Keeps what is there under another name: it may still open a backup. */
    void setAside() {
        try {
            Files.move(path(), path().resolveSibling(NAME + ".old"), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // nothing to keep
        } catch (IOException e) {
            throw new Unreadable();
        }
    }

    private Path path() {
        return properties.getSharedHomeDirectory().or(properties::getLocalHomeDirectory).map(home -> home.resolve(NAME))
                .orElseThrow(Unreadable::new);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    /** The file cannot be read or made. Without the cause's message, which might quote the file. */
    static final class Unreadable extends RuntimeException {
    }
}
