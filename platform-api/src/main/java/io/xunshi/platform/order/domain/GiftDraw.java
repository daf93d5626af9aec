package io.xunshi.platform.order.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The draw (抽签), which anybody can recompute who has the seed and the tickets. All texts are hashed as ASCII, all
 * hashes are SHA-256 in hexadecimal:
 *
 * <ol>
 *   <li>before anybody asks, <code>commitment = sha256(seed)</code> is public;
 *   <li>after the window, <code>asks = sha256(tickets in ascending order, joined by "\n")</code>;
 *   <li>every ticket has <code>rank = sha256(seed + ":" + asks + ":" + ticket)</code>;
 *   <li>the thing is offered in ascending order of the ranks.
 * </ol>
 *
 * <p>One ticket more or less changes every rank, so that nobody's chance can be known before the last ask.
 */
public final class GiftDraw {
    private GiftDraw() {}

    /** What is public of the seed before the draw. */
    public static String commitmentTo(String seed) {
        return sha256(seed);
    }

    /** What stands for the set of the tickets. */
    public static String digestOf(Collection<String> tickets) {
        return sha256(String.join("\n", tickets.stream().sorted().toList()));
    }

    /** In which order the thing is offered to whom the tickets stand for. */
    public static List<String> order(String seed, Collection<String> tickets) {
        var asks = digestOf(tickets);
        return tickets.stream()
                .sorted(Comparator.comparing(ticket -> sha256(seed + ":" + asks + ":" + ticket)))
                .toList();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
