package io.xunshi.platform.faults;

import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * The lines of one server under test to Redis, to the object store and to the three witnesses of its log, of which two
 * are needed; a bean of its context.
 */
public record Lines(Line redis, Line objectStore, List<Line> witnesses) {

    /** Lays the lines before the server starts. */
    public static final class Laid implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var environment = context.getEnvironment();
            var redis = URI.create(environment.getRequiredProperty(Variables.REDIS_URL));
            var objectStore = URI.create(environment.getRequiredProperty(Variables.S3_ENDPOINT));
            var witnesses = new WatchedLog();
            var lines = new Lines(lineTo(redis), lineTo(objectStore), witnesses.lines());
            var properties = new HashMap<>(witnesses.properties());
            properties.put("xunshi.redis.url", through(lines.redis(), redis));
            properties.put("xunshi.s3.endpoint", through(lines.objectStore(), objectStore));
            properties.put("xunshi.s3.public-endpoint", through(lines.objectStore(), objectStore));
            environment.getPropertySources().addFirst(new MapPropertySource("lines", properties));
            context.getBeanFactory().registerSingleton("lines", lines);
        }

        private static Line lineTo(URI server) {
            return Line.to(server.getHost(), server.getPort());
        }

        static String through(Line line, URI server) {
            return server.toString().replace(":" + server.getPort(), ":" + line.port());
        }
    }
}
