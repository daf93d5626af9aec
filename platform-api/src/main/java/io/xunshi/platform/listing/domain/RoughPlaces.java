package io.xunshi.platform.listing.domain;

import io.xunshi.platform.listing.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Moves an exact place 200 to 500 metres away. The way depends on the item and on a secret: whoever asks a thousand
 * times gets one answer, the average of many is no nearer to the door, and nobody can walk it back. Thread-safe.
 */
public final class RoughPlaces {
    private static final double METRES_MIN = 200;
    private static final double METRES_MAX = 500;
    private static final double METRES_PER_DEGREE = 111_320;

    private final SecretKeySpec secret;

    /** @param secret any number of bytes that stay the same and stay here */
    public RoughPlaces(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /**
     * What is stored.
     *
     * @param before what is stored already: an editor that sends it back must not push it further away
     */
    public @Nullable Place of(UUID item, @Nullable Place exact, @Nullable Place before) {
        if (exact == null || exact.equals(before)) {
            return exact;
        }
        var random = new SplittableRandom(seedOf(item));
        var angle = random.nextDouble(0, 2 * Math.PI);
        return moved(exact, angle, random.nextDouble(METRES_MIN, METRES_MAX));
    }

    private long seedOf(UUID item) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            var digest = mac.doFinal(("rough place of " + item).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }

    private static Place moved(Place exact, double angle, double metres) {
        var lat = exact.lat() + metres * Math.cos(angle) / METRES_PER_DEGREE;
        var lon = exact.lon() + metres * Math.sin(angle) / (METRES_PER_DEGREE * Math.cos(Math.toRadians(exact.lat())));
        return new Place(rounded(lat), rounded(lon));
    }

    /** Four decimals, about ten metres: more would only pretend. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 10_000) / 10_000.0;
    }
}
