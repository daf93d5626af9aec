package io.xunshi.platform.messaging.provider;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.math.BigInteger;
import java.net.URI;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Who we are to push services: a signature that is good for one of them and for hours (VAPID, RFC 8292). */
final class PushIdentity {
    /** Half of what is allowed, for clocks that differ. */
    private static final Duration VALIDITY = Duration.ofHours(12);

    private final VAPIDKeyPair keys;
    private final String contact;

    private PushIdentity(VAPIDKeyPair keys, String contact) {
        this.keys = keys;
        this.contact = contact;
    }

    /**
     * Reads the keys in Base64url: an uncompressed point, and a number.
     *
     * @throws IllegalArgumentException where they are none
     */
    static PushIdentity of(String publicKey, String privateKey, String contact) {
        var keys = VAPIDKeyPairs.of(
                PrivateKeySources.ofECPrivateKey(privateKey(privateKey)),
                PublicKeySources.ofUncompressedBytes(Base64.getUrlDecoder().decode(publicKey)));
        return new PushIdentity(keys, contact);
    }

    /** The header by which the push service of the endpoint knows us. */
    String authorizationFor(URI endpoint, Instant now) {
        return keys.generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder()
                .resourceURLString(endpoint.toString())
                .expirationTime(now.plus(VALIDITY))
                .subject(contact)
                .build());
    }

    private static ECPrivateKey privateKey(String text) {
        try {
            var curve = AlgorithmParameters.getInstance("EC");
            curve.init(new ECGenParameterSpec("secp256r1"));
            var number = new BigInteger(1, Base64.getUrlDecoder().decode(text));
            return (ECPrivateKey) KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(number, curve.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("XUNSHI_PUSH_PRIVATE_KEY is no P-256 key", e);
        }
    }
}
