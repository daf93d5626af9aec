package io.xunshi.platform.faults;

import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The lines of one server under test to Redis and to the object store; a bean of its context. */
public record Lines(Line redis, Line objectStore) {

    /** Lays the lines before the server starts. */
    public static final class Laid implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var environment = context.getEnvironment();
            var redis = URI.create(environment.getRequiredProperty(Variables.REDIS_URL));
            var objectStore = URI.create(environment.getRequiredProperty(Variables.S3_ENDPOINT));
            var lines = new Lines(lineTo(redis), lineTo(objectStore));
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "lines",
                            Map.of(
                                    "xunshi.redis.url", through(lines.redis(), redis),
                                    "xunshi.s3.endpoint", through(lines.objectStore(), objectStore),
                                    "xunshi.s3.public-endpoint", through(lines.objectStore(), objectStore))));
            context.getBeanFactory().registerSingleton("lines", lines);
        }

        private static Line lineTo(URI server) {
            return Line.to(server.getHost(), server.getPort());
        }

        private static String through(Line line, URI server) {
            return server.toString().replace(":" + server.getPort(), ":" + line.port());
        }
    }
}
