package io.xunshi.platform.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {
    private static final String PROXY = "192.0.2.1";

    @Test
    void withoutProxiesOfOursTheHeaderIsNotBelieved() {
        assertThat(ClientAddress.of(request(PROXY, "198.51.100.7"), 0)).isEqualTo(PROXY);
    }

    @Test
    void whatOurProxyWroteIsBelievedAndWhatStandsBeforeItIsNot() {
        assertThat(ClientAddress.of(request(PROXY, "203.0.113.9, 198.51.100.7"), 1))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void behindTwoProxiesTheOuterOneKnowsTheCaller() {
        assertThat(ClientAddress.of(request(PROXY, "203.0.113.9", "198.51.100.7, 192.0.2.2"), 2))
                .isEqualTo("198.51.100.7");
    }

    @Test
    void whatIsNoAddressIsNotUsed() {
        assertThat(ClientAddress.of(request(PROXY, "localhost"), 1)).isEqualTo(PROXY);
        assertThat(ClientAddress.of(request(PROXY), 1)).isEqualTo(PROXY);
    }

    @Test
    void aHouseholdIsOneCallerHoweverManyAddressesItHas() {
        assertThat(ClientAddress.of(request("2001:db8:1:2::3"), 0))
                .isEqualTo(ClientAddress.of(request("2001:db8:1:2:ffff::9"), 0))
                .isNotEqualTo(ClientAddress.of(request("2001:db8:1:3::3"), 0));
    }

    private static MockServerHttpRequest request(String from, String... forwardedFor) {
        return MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(from, 4711))
                .header("X-Forwarded-For", forwardedFor)
                .build();
    }
}
