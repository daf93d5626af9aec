package io.xunshi.infra.simulation.push;

import io.xunshi.infra.simulation.http.CommandRefused;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Who sends a message, proven by a signed token (RFC 8292): <code>vapid t=…, k=…</code>. */
record SenderToken(String audience, Instant expiresAt) {

    private static final Pattern HEADER = Pattern.compile("vapid t=([^, ]+), ?k=([^, ]+)");
    private static final Duration AGE_MAX = Duration.ofHours(24);
    private static final int FIELD_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Reads and checks it as real push services do; raises {@link CommandRefused}. */
    static SenderToken of(String authorization, Instant now) {
        var header = HEADER.matcher(authorization);
        if (!header.matches()) {
            throw new CommandRefused("There is no VAPID token");
        }
        String[] parts = header.group(1).split("\\.");
        if (parts.length != 3 || !isSigned(parts[0] + "." + parts[1], bytes(parts[2]), bytes(header.group(2)))) {
            throw new CommandRefused("The token is not signed with the key");
        }
        var claims = JSON.readTree(bytes(parts[1]));
        var token = new SenderToken(
                claims.at("/aud").asString(),
                Instant.ofEpochSecond(claims.at("/exp").asLong()));
        if (token.expiresAt.isBefore(now) || token.expiresAt.isAfter(now.plus(AGE_MAX))) {
            throw new CommandRefused("The token is too old, or good for too long");
        }
        return token;
    }

    private static boolean isSigned(String signed, byte[] signature, byte[] point) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key(point));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static PublicKey key(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + FIELD_BYTES));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + FIELD_BYTES, point.length));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
