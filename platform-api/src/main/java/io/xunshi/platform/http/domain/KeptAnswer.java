package io.xunshi.platform.http.domain;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a key that was used before.
 *
 * @param requestHash SHA-256 of method, path and body, hexadecimal
 * @param status null while the first request is still under way
 */
public record KeptAnswer(
        String requestHash,
        @Nullable Integer status,
        @Nullable String contentType,
        byte @Nullable [] body) {}
