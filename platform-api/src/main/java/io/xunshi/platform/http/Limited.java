package io.xunshi.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a handler that costs much or invites guessing: one caller may ask only so often. A caller is an account where
 * the handler needs one, and otherwise an address. Handlers that name the same quota share it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {

    /** A key of <code>xunshi.limits.quotas</code>. */
    String value();
}
