package io.xunshi.infra.junit;

import static io.xunshi.infra.server.ServerKind.ELASTICSEARCH;
import static io.xunshi.infra.server.ServerKind.OBJECT_STORE;
import static io.xunshi.infra.server.ServerKind.POSTGRES;
import static io.xunshi.infra.server.ServerKind.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import io.xunshi.infra.server.PostgresDatabases;
import io.xunshi.infra.server.Variables;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

@WithServers({POSTGRES, REDIS, ELASTICSEARCH, OBJECT_STORE})
class TestClassesAreKeptApartIT {

    @WithServers({POSTGRES, REDIS, ELASTICSEARCH, OBJECT_STORE})
    private static final class AnotherClass {}

    @WithServers(value = POSTGRES, sharedAs = "a set of two classes")
    private static final class OneSharer {}

    @WithServers(value = POSTGRES, sharedAs = "a set of two classes")
    private static final class OtherSharer {}

    @Test
    void theServersAreTheSame(TestServers servers) {
        TestServers others = serversOf(AnotherClass.class);

        assertThat(others.postgres().port()).isEqualTo(servers.postgres().port());
        assertThat(others.variable(Variables.ELASTICSEARCH_URL))
                .isEqualTo(servers.variable(Variables.ELASTICSEARCH_URL));
        assertThat(others.variable(Variables.S3_ENDPOINT)).isEqualTo(servers.variable(Variables.S3_ENDPOINT));
    }

    @Test
    void aTableOfOneClassIsUnknownToAnother(TestServers servers) throws SQLException {
        execute(servers, "create table thing (id int)");

        execute(serversOf(AnotherClass.class), "create table thing (id int)");
    }

    @Test
    void aKeyOfOneClassIsUnknownToAnother(TestServers servers) {
        try (var mine = new Jedis(URI.create(servers.variable(Variables.REDIS_URL)));
                var other = new Jedis(URI.create(serversOf(AnotherClass.class).variable(Variables.REDIS_URL)))) {
            mine.set("key", "value");

            assertThat(other.exists("key")).isFalse();
        }
    }

    @Test
    void bucketAndIndexPrefixDiffer(TestServers servers) {
        TestServers others = serversOf(AnotherClass.class);

        assertThat(others.variable(Variables.S3_BUCKET)).isNotEqualTo(servers.variable(Variables.S3_BUCKET));
        assertThat(others.variable(Variables.SEARCH_INDEX_PREFIX))
                .isNotEqualTo(servers.variable(Variables.SEARCH_INDEX_PREFIX));
    }

    @Test
    void classesThatShareASetHaveOneDatabase() {
        assertThat(serversOf(OneSharer.class)).isEqualTo(serversOf(OtherSharer.class));
    }

    @Nested
    class InANestedClass {

        @Test
        void theServersAreThoseOfTheClassAround(TestServers servers) {
            assertThat(servers).isEqualTo(serversOf(TestClassesAreKeptApartIT.class));
        }
    }

    private static TestServers serversOf(Class<?> testClass) {
        return ServerPool.open().servers(TestServersRequest.of(testClass).orElseThrow());
    }

    private static void execute(TestServers servers, String sql) throws SQLException {
        try (var connection = PostgresDatabases.connect(servers.postgres());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
