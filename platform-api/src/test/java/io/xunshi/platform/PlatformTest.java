package io.xunshi.platform;

import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole server over HTTP, on real servers. All such tests share one running server and one database, so
 * each makes the people and things that it needs and counts only those. Classes run side by side. There is no search
 * engine among the servers.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PlatformApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xunshi.search.url=http://127.0.0.1:1",
            // Whatever else the machine does meanwhile; what happens without Redis has tests of its own.
            "spring.data.redis.timeout=10s",
            "spring.r2dbc.pool.max-acquire-time=10s",
            "xunshi.identity.provider-timeout=15s",
            "xunshi.regulation.provider-timeout=15s",
            "xunshi.prices.release-interval=1s",
            "xunshi.live.heartbeat=300ms",
            "xunshi.live.here-interval=500ms",
            "xunshi.live.silence-max=2s",
            "xunshi.live.look-interval=1h"
        })
@WithServers(
        value = {ServerKind.POSTGRES, ServerKind.REDIS, ServerKind.OBJECT_STORE},
        sharedAs = "platform")
@ContextConfiguration(initializers = OutsideWorld.class)
public @interface PlatformTest {}
