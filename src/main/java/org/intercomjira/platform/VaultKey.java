package org.intercomjira.platform;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
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
    private final ClusterLockService locks;
    private volatile SecretKey key;

    public VaultKey(VaultKeyFile file, @ComponentImport PluginSettingsFactory settings, @ComponentImport ClusterLockService locks) {
        this.file = file;
        this.settings = settings;
        this.locks = locks;
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
        ClusterLock lock = locks.getLockForName(LOCK);
        lock.lock();
        try {
            return load();
        } catch (VaultKeyFile.Unreadable e) {
            return VaultState.KEY_UNREADABLE;
        } finally {
            lock.unlock();
        }
    }

    private VaultState load() {
        Optional<String> known = Optional.ofNullable((String) settings.createGlobalSettings().get(FINGERPRINT));
        Optional<byte[]> found = file.read();
        if (found.isEmpty() && known.isPresent()) {
            return VaultState.KEY_MISSING;
        }
        byte[] bytes = found.orElseGet(file::make);
        String fingerprint = fingerprint(bytes);
        if (known.isEmpty()) {
            settings.createGlobalSettings().put(FINGERPRINT, fingerprint);
        } else if (!known.get().equals(fingerprint)) {
            return VaultState.KEY_WRONG;
        }
        key = new SecretKeySpec(bytes, "AES");
        return VaultState.READY;
    }

    /** Of a random 256 bit key, so it tells nothing about the key. */
    private static String fingerprint(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
