package io.xunshi.infra.junit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;

/** Makes {@link WithServers} work for Spring tests; {@code META-INF/spring.factories} names it to Spring. */
final class ServersContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        return TestServersRequest.of(testClass)
                .map(request -> ServerPool.open().servers(request))
                .map(servers -> new ServersContextCustomizer(servers.environment()))
                .orElse(null);
    }
}
