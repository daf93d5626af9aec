package io.xunshi.platform.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a handler to machines whose access token has one of the scopes, besides whom {@link Access} names. Without it a
 * machine is let in nowhere but to read what is public.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForMachines {
    Scope[] value();
}
