package io.xunshi.platform.search;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.xunshi.indexer.IndexerApplication;
import io.xunshi.indexer.IndexerSettings;
import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.Environment;
import org.springframework.core.type.filter.AssignableTypeFilter;

/**
 * search-indexer beside the server under test: all of its own classes, but not Spring Boot's automatic configuration,
 * which would find the server's libraries on the shared class path.
 */
final class RunningIndexer implements InitializingBean, DisposableBean {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Environment servers;

    RunningIndexer(Environment servers) {
        this.servers = servers;
    }

    @Override
    public void afterPropertiesSet() {
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(IndexerSettings.class, this::settings);
        context.registerBean(
                Rest5Client.class,
                () -> Rest5Client.builder(URI.create(servers.getRequiredProperty(Variables.ELASTICSEARCH_URL)))
                        .build());
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AssignableTypeFilter(IndexerApplication.class));
        scanner.scan(IndexerApplication.class.getPackageName());
        context.refresh();
    }

    @Override
    public void destroy() {
        context.close();
    }

    private IndexerSettings settings() {
        return new IndexerSettings(
                URI.create(servers.getRequiredProperty("xunshi.redis.url")),
                servers.getRequiredProperty(Variables.SEARCH_INDEX_PREFIX),
                256,
                Duration.ofMillis(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(1));
    }
}
