package io.xunshi.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that creates something or moves money: the caller must send an <code>Idempotency-Key</code>. The same
 * key with the same body gets the same answer and nothing happens twice; with another body it is refused (IETF
 * draft-ietf-httpapi-idempotency-key-header).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequireIdempotencyKey {}
