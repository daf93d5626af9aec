package io.xunshi.platform.faults;

import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Puts a {@link Line} before Redis and one before the object store of a {@link FaultTest}. */
final class FragileLines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static @Nullable Line redis;
    private static @Nullable Line objectStore;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var redisUrl = URI.create(environment.getRequiredProperty(Variables.REDIS_URL));
        var storeUrl = URI.create(environment.getRequiredProperty(Variables.S3_ENDPOINT));
        redis = lineTo(redisUrl);
        objectStore = lineTo(storeUrl);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fragile-lines",
                        Map.of(
                                "xunshi.redis.url", through(redis(), redisUrl),
                                "xunshi.s3.endpoint", through(objectStore(), storeUrl),
                                "xunshi.s3.public-endpoint", through(objectStore(), storeUrl))));
    }

    static Line redis() {
        return Objects.requireNonNull(redis);
    }

    static Line objectStore() {
        return Objects.requireNonNull(objectStore);
    }

    private static Line lineTo(URI server) {
        return Line.to(server.getHost(), server.getPort());
    }

    private static String through(Line line, URI server) {
        return server.toString().replace(":" + server.getPort(), ":" + line.port());
    }
}
