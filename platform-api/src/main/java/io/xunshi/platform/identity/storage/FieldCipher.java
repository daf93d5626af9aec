package io.xunshi.platform.identity.storage;

import io.xunshi.platform.identity.PersonalText;
import io.xunshi.platform.identity.usecase.IdentitySettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts personal data field by field: AES-256-GCM with a fresh nonce, so equal values look different. To look a
 * contact up nevertheless, a keyed hash of it stands beside (blind index). The two keys are derived from one secret.
 * Thread-safe.
 */
@Component
public class FieldCipher implements PersonalText {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec encryptionKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(IdentitySettings settings) {
        var secret = new SecretKeySpec(settings.fieldKeyBytes(), "HmacSHA256");
        encryptionKey = new SecretKeySpec(hmac(secret, "xunshi field encryption v1"), "AES");
        indexKey = new SecretKeySpec(hmac(secret, "xunshi blind index v1"), "HmacSHA256");
    }

    /** Nonce, ciphertext and tag. */
    @Override
    public byte[] encrypt(String plain) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var stored = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, stored, NONCE_BYTES, sealed.length);
            return stored;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    @Override
    public String decrypt(byte[] stored) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, encryptionKey, new GCMParameterSpec(TAG_BITS, stored, 0, NONCE_BYTES));
            return new String(cipher.doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored field does not open with this key", e);
        }
    }

    @Override
    public byte[] blindIndex(String plain) {
        return hmac(indexKey, plain);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
