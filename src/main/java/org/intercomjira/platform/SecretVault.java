package org.intercomjira.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Seals and opens secrets with AES-256-GCM. The key is {@link VaultKey}'s; without it everything here fails with
 * {@link ApiException} 503 {@code vault.*} and nothing is sealed with another key.
 */
@Component
public class SecretVault {
    private static final String VERSION = "1";
    private static final String PREFIX = "v" + VERSION + ":";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final VaultKey key;
    private final SecureRandom random = new SecureRandom();

    public SecretVault(VaultKey key) {
        this.key = key;
    }

    /** Whether secrets can be sealed and opened; answers from memory once the key has been read. */
    public VaultState state() {
        return key.state();
    }

    /** Goes on with a new key after the old one was lost. What was sealed does not open any more. @throws ApiException 409 vault.ready, 503 */
    public void startAnew() {
        key.startAnew();
    }

    /** The secret as text for the database, different each time. */
    public String seal(Secret secret, SecretPlace place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8), 0, place);
        byte[] whole = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, whole, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return PREFIX + Base64.getEncoder().encodeToString(whole);
    }

    /** The secret again. @throws ApiException 503 vault.unreadable when the text was changed or belongs to another place */
    public Secret open(String cipher, SecretPlace place) {
        byte[] whole = decode(cipher);
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return new Secret(new String(run(Cipher.DECRYPT_MODE, nonce, whole, NONCE_BYTES, place), StandardCharsets.UTF_8));
    }

    private static byte[] decode(String cipher) {
        try {
            if (cipher != null && cipher.startsWith(PREFIX)) {
                byte[] whole = Base64.getDecoder().decode(cipher.substring(PREFIX.length()));
                if (whole.length > NONCE_BYTES) {
                    return whole;
                }
            }
        } catch (IllegalArgumentException e) {
            // no Base64: the same refusal as for every other damage
        }
        throw new ApiException(503, "vault.unreadable");
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, int offset, SecretPlace place) {
        SecretKey secretKey = key.require();
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secretKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(String.join("\0", place.table(), place.row(), place.column(), VERSION).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, offset, input.length - offset);
        } catch (GeneralSecurityException e) {
            throw new ApiException(503, "vault.unreadable");
        }
    }
}
