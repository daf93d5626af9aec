package io.xunshi.platform.search;

import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole server over HTTP with its search engine and indexer, on a market of its own. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PlatformApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xunshi.interest.digest-hour=0",
            "spring.data.redis.timeout=10s",
            "spring.r2dbc.pool.max-acquire-time=10s",
            "xunshi.identity.provider-timeout=15s",
            "xunshi.regulation.provider-timeout=15s"
        })
@WithServers({ServerKind.POSTGRES, ServerKind.REDIS, ServerKind.OBJECT_STORE, ServerKind.ELASTICSEARCH})
@ContextConfiguration(initializers = OutsideWorld.class)
@Import(RunningIndexer.class)
public @interface SearchTest {}
