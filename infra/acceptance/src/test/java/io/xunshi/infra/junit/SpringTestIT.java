package io.xunshi.infra.junit;

import static io.xunshi.infra.server.ServerKind.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.server.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@WithServers(REDIS)
class SpringTestIT {

    @Configuration
    static class NoBeans {}

    @Test
    void findsTheAddressesInItsEnvironment(@Value("${XUNSHI_REDIS_URL}") String url, TestServers servers) {
        assertThat(url).isEqualTo(servers.variable(Variables.REDIS_URL));
    }
}
