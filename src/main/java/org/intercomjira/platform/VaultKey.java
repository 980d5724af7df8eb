package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The vault's key. Its fingerprint is kept in the database as soon as it is made: from then on a missing or another
 * key file means that stored secrets cannot be read, and a new key would hide that, so none is made.
 */
@Component
public class VaultKey {
    private static final String LOCK = "org.intercomjira.vault-key";
    private static final String FINGERPRINT = "org.intercomjira.vault-key.fingerprint";

    private final VaultKeyFile file;
    private final PluginSettingsFactory settings;
    private final ClusterMutex mutex;
    private volatile SecretKey key;

    public VaultKey(VaultKeyFile file, @ComponentImport PluginSettingsFactory settings, ClusterMutex mutex) {
        this.file = file;
        this.settings = settings;
        this.mutex = mutex;
    }

    SecretKey require() {
        VaultState state = state();
        if (state != VaultState.READY) {
            throw new ApiException(503, state.code());
        }
        return key;
    }

    VaultState state() {
        if (key != null) {
            return VaultState.READY;
        }
        try {
            Optional<String> known = fingerprint();
            return known.isPresent() ? check(file.read(), known.get()) : makeOnce();
        } catch (VaultKeyFile.Unreadable e) {
            return VaultState.KEY_UNREADABLE;
        }
    }

    private VaultState check(Optional<byte[]> found, String known) {
        if (found.isEmpty()) {
            return VaultState.KEY_MISSING;
        }
        if (!known.equals(fingerprintOf(found.get()))) {
            return VaultState.KEY_WRONG;
        }
        key = new SecretKeySpec(found.get(), "AES");
        return VaultState.READY;
    }

    /** A file without a fingerprint is what a node left that died between the two writes: nothing was sealed yet, so it is used. */
    private VaultState makeOnce() {
        return mutex.holding(LOCK, () -> {
            if (fingerprint().isEmpty()) {
                settings.createGlobalSettings().put(FINGERPRINT, fingerprintOf(file.read().orElseGet(file::make)));
            }
            return check(file.read(), fingerprint().orElseThrow());
        });
    }

    private Optional<String> fingerprint() {
        return Optional.ofNullable((String) settings.createGlobalSettings().get(FINGERPRINT));
    }

    /** Of a random 256 bit key, so it tells nothing about the key. */
    private static String fingerprintOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
