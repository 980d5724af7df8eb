package org.intercomjira.platform;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The vault's key. Its fingerprint is kept in the database as soon as it is made: from then on a missing or another
 * key file means that stored secrets cannot be read, and a new key would hide that, so none is made until an administrator
 * asks for one.
 */
@Component
public class VaultKey {
    private static final String LOCK = "org.intercomjira.vault-key";
    private static final String FINGERPRINT = "org.intercomjira.vault-key.fingerprint";

    private static final String NONE = "";

    private final VaultKeyFile file;
    private final PluginSettingsFactory settings;
    private final ClusterMutex mutex;
    private final Cache<String, String> fingerprints;
    private volatile Loaded loaded;

    public VaultKey(VaultKeyFile file, @ComponentImport PluginSettingsFactory settings, ClusterMutex mutex, @ComponentImport CacheManager caches) {
        this.file = file;
        this.settings = settings;
        this.mutex = mutex;
        // in memory, because it is asked for with every call; all nodes forget it when one starts with a new key
        this.fingerprints = caches.getCache(VaultKey.class.getName(), name -> stored(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().expireAfterWrite(1, TimeUnit.MINUTES).build());
        fingerprints.removeAll();
    }

    SecretKey require() {
        VaultState state = state();
        Loaded now = loaded;
        if (state != VaultState.READY || now == null) {
            throw new ApiException(503, state.code());
        }
        return now.key();
    }

    VaultState state() {
        String known = fingerprints.get(FINGERPRINT);
        Loaded now = loaded;
        if (now != null && now.fingerprint().equals(known)) {
            return VaultState.READY;
        }
        try {
            return known.equals(NONE) ? makeOnce() : check(file.read(), known);
        } catch (VaultKeyFile.Unreadable e) {
            return VaultState.KEY_UNREADABLE;
        }
    }

    /**
     * Makes a new key in the place of one that is lost: all that was sealed stays sealed for ever.
     *
     * @throws ApiException 409 vault.ready when nothing is lost, 503 vault.key_unreadable when the file cannot be written
     */
    void startAnew() {
        try {
            mutex.holding(LOCK, () -> {
                fingerprints.removeAll();
                if (!stored().equals(NONE) && check(readable(), stored()) == VaultState.READY) {
                    throw new ApiException(409, "vault.ready");
                }
                file.setAside();
                return store(file.make());
            });
        } catch (VaultKeyFile.Unreadable e) {
            throw new ApiException(503, VaultState.KEY_UNREADABLE.code());
        } finally {
            fingerprints.removeAll();
        }
    }

    private Optional<byte[]> readable() {
        try {
            return file.read();
        } catch (VaultKeyFile.Unreadable e) {
            return Optional.empty();
        }
    }

    private VaultState check(Optional<byte[]> found, String known) {
        if (found.isEmpty()) {
            return VaultState.KEY_MISSING;
        }
        if (!known.equals(fingerprintOf(found.get()))) {
            return VaultState.KEY_WRONG;
        }
        loaded = new Loaded(new SecretKeySpec(found.get(), "AES"), known);
        return VaultState.READY;
    }

    /** A file without a fingerprint is what a node left that died between the two writes: nothing was sealed yet, so it is used. */
    private VaultState makeOnce() {
        VaultState state = mutex.holding(LOCK, () -> {
            if (stored().equals(NONE)) {
                store(file.read().orElseGet(file::make));
            }
            return check(file.read(), stored());
        });
        fingerprints.removeAll();
        return state;
    }

    private Object store(byte[] key) {
        return settings.createGlobalSettings().put(FINGERPRINT, fingerprintOf(key));
    }

    private String stored() {
        return Objects.requireNonNullElse((String) settings.createGlobalSettings().get(FINGERPRINT), NONE);
    }

    /** Of a random 256 bit key, so it tells nothing about the key. */
    private static String fingerprintOf(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Loaded(SecretKey key, String fingerprint) {
    }
}
