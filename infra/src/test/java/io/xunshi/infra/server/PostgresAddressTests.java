package io.xunshi.infra.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTests {

    @Test
    void readsItsOwnUrl() {
        var address = new PostgresAddress("127.0.0.1", 5433, new Credentials("user", "secret"), "market");

        assertThat(PostgresAddress.parse(address.url())).isEqualTo(address);
    }

    @Test
    void theUsualPortMayBeLeftOut() {
        assertThat(PostgresAddress.parse("postgresql://user:secret@host/market").port())
                .isEqualTo(5432);
    }

    @Test
    void theJdbcUrlHasNoPassword() {
        assertThat(PostgresAddress.parse("postgresql://user:secret@host:1/market")
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://host:1/market");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgresql://host:1/market", "postgresql://user@host:1/market", "postgresql://u:s@host:1/"})
    void anIncompleteUrlIsRefusedWithTheFullForm(String url) {
        assertThatThrownBy(() -> PostgresAddress.parse(url))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("postgresql://user:password@host:port/database");
    }
}
