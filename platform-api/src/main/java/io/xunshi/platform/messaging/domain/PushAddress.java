package io.xunshi.platform.messaging.domain;

import java.net.URI;

/**
 * Where one browser is reached, and for whom alone it is encrypted (RFC 8291), all as the browser said.
 *
 * @param endpoint at the browser maker's push service; whoever knows it may try to push to it
 * @param p256dh the browser's public key, in Base64url
 * @param auth the secret that it shares with us, in Base64url
 */
public record PushAddress(URI endpoint, String p256dh, String auth) {
    /** Tells where, and not which browser. */
    @Override
    public String toString() {
        return "PushAddress at " + endpoint.getHost();
    }
}
