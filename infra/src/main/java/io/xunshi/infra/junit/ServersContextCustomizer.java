package io.xunshi.infra.junit;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Puts the addresses of the servers into a Spring test's environment, as if they were real environment variables. */
record ServersContextCustomizer(Map<String, String> environment) implements ContextCustomizer {

    /** Spring Boot binds environment variables leniently where the source's name ends like this. */
    private static final String SOURCE = "test-servers-systemEnvironment";

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
        context.getEnvironment()
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(SOURCE, Map.copyOf(environment)));
    }
}
