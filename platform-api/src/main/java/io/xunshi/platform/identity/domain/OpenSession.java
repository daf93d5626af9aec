package io.xunshi.platform.identity.domain;

import java.time.Instant;

/**
 * Somebody signed in somewhere.
 *
 * @param id what the browser's cookie says; never shown
 * @param name what it is called before others
 * @param device in words
 */
public record OpenSession(String id, String name, String device, Instant signedInAt, Instant lastSeenAt) {
    /** The attribute of a session that says what it was opened with. */
    public static final String DEVICE = "device";

    /** The attribute that says when. */
    public static final String SIGNED_IN_AT = "signedInAt";
}
