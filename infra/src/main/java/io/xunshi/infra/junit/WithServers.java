package io.xunshi.infra.junit;

import io.xunshi.infra.server.ServerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class real servers, each started once per JVM on a free port.
 *
 * <p>The class gets an empty database, Redis database, bucket and prefix of index names of its own. It learns their
 * addresses from a {@link TestServers} parameter; a Spring test finds them in its environment without further ado,
 * under the names of the environment variables ({@code XUNSHI_POSTGRES_URL} and so on).
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServersExtension.class)
public @interface WithServers {

    /** What the class needs. */
    ServerKind[] value();

    /**
     * Classes that give the same name share one set of databases, and so one Spring context; they must not be disturbed
     * by each other's rows. Empty for a set of its own.
     */
    String sharedAs() default "";
}
