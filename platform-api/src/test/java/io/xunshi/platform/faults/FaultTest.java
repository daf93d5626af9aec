package io.xunshi.platform.faults;

import io.xunshi.infra.junit.WithServers;
import io.xunshi.infra.server.ServerKind;
import io.xunshi.platform.OutsideWorld;
import io.xunshi.platform.PlatformApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole server over HTTP, whose lines to its servers can be cut; all such tests share one server. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PlatformApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "xunshi.search.url=http://127.0.0.1:1",
            "xunshi.s3.timeout=2s",
            "xunshi.payment.timeout=1s",
            "xunshi.payment.sweep-pause=2s"
        })
@WithServers(
        value = {ServerKind.POSTGRES, ServerKind.REDIS, ServerKind.OBJECT_STORE},
        sharedAs = "faults")
@ContextConfiguration(initializers = {OutsideWorld.class, Lines.Laid.class})
@ResourceLock("the lines of the faults' server")
@interface FaultTest {}
