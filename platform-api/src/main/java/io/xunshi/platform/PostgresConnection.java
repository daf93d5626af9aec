package io.xunshi.platform;

import java.net.URI;
import java.util.Objects;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * One address for both drivers. R2DBC takes <code>postgresql://user:password@host/database</code> as it is; the JDBC
 * driver, which only Flyway uses, does not read users out of addresses.
 */
@Configuration(proxyBeanMethods = false)
class PostgresConnection {

    @Bean
    FlywayConnectionDetails flywayConnection(Environment environment) {
        var address = URI.create(environment.getRequiredProperty("xunshi.postgres.url"));
        var user = Objects.requireNonNullElse(address.getUserInfo(), "").split(":", 2);
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://%s%s".formatted(hostAndPort(address), address.getPath());
            }

            @Override
            public String getUsername() {
                return user[0];
            }

            @Override
            public String getPassword() {
                return user.length > 1 ? user[1] : "";
            }
        };
    }

    private static String hostAndPort(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }
}
