package io.xunshi.platform.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where webhooks may go. */
class WebhookUrlTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://erp.example.com/hooks",
                "https://erp.example.com:8443/hooks?tenant=1",
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/"
            })
    void theInternetIsOpen(String url) {
        assertThat(WebhookUrl.parse(url, false)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://erp.example.com/hooks",
                "ftp://erp.example.com/",
                "https://user:word@erp.example.com/",
                "https://erp.example.com/#part",
                "https://localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://erp/",
                "https://erp.example.com./",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://2130706433/",
                "not an address",
                ""
            })
    void nothingElseIs(String url) {
        assertThat(WebhookUrl.parse(url, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081/hooks", "http://localhost:8081/", "https://[::1]:8443/"})
    void whereItIsAllowedThisMachineIsOpenToo(String url) {
        assertThat(WebhookUrl.parse(url, true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.1.2.3/", "http://erp.example.com/", "https://192.168.0.1/"})
    void butNoOtherMachineInTheHouse(String url) {
        assertThat(WebhookUrl.parse(url, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.0.1",
                "100.64.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2001:db8::1",
                "2001::1",
                "2002:7f00:1::1",
                "3fff::1"
            })
    void addressesWithASpecialPurposeAreNotPublic(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.128.0.1",
                "172.32.0.1",
                "198.20.0.1",
                "2606:4700::1111",
                "240e::1",
                "64:ff9b::101:101"
            })
    void othersAre(String address) {
        assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }
}
