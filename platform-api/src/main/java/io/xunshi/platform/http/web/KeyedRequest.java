package io.xunshi.platform.http.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/**
 * A request that wants to take effect once.
 *
 * @param owner whose key it is
 * @param hash of what is asked: the same key for another thing is a mistake of the caller
 */
record KeyedRequest(String owner, String key, String hash, byte[] body) {

    static KeyedRequest of(ServerWebExchange exchange, String owner, String key, byte[] body) {
        var what =
                exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath() + "\n";
        var digest = sha256();
        digest.update(what.getBytes(StandardCharsets.UTF_8));
        digest.update(body);
        return new KeyedRequest(owner, key, HexFormat.of().formatHex(digest.digest()), body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
