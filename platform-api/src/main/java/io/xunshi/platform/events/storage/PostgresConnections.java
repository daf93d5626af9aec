package io.xunshi.platform.events.storage;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.xunshi.platform.events.EventSettings;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.util.context.Context;

/**
 * Stands in for Spring Boot's one pool. Of <code>spring.r2dbc.pool</code> it takes the sizes, which are those of the
 * requests' pool, and the times; the deliveries' pool has as many connections as {@link EventSettings} says.
 */
@Configuration(proxyBeanMethods = false)
public class PostgresConnections {

    /** Lets whoever subscribes with this context take the connections that are kept for deliveries. */
    public static Context delivering(Context context) {
        return TwoPools.delivering(context);
    }

    @Bean
    ConnectionFactory connectionFactory(
            R2dbcConnectionDetails details, R2dbcProperties properties, EventSettings settings) {
        var postgres = ConnectionFactories.get(details.getConnectionFactoryOptions());
        var pool = properties.getPool();
        return new TwoPools(
                pool(postgres, pool, pool.getInitialSize(), pool.getMaxSize()),
                pool(postgres, pool, 0, settings.connections()));
    }

    private static ConnectionPool pool(
            ConnectionFactory postgres, R2dbcProperties.Pool pool, int initialSize, int maxSize) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(postgres)
                .initialSize(initialSize)
                .maxSize(maxSize)
                .maxIdleTime(pool.getMaxIdleTime())
                .maxAcquireTime(pool.getMaxAcquireTime())
                .build());
    }
}
