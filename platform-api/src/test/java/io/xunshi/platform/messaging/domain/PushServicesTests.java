package io.xunshi.platform.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of browsers are called, and which are somebody's wish to have us call something else. */
class PushServicesTests {
    private final PushServices services =
            new PushServices(List.of("fcm.googleapis.com", " *.push.apple.com", "http://127.0.0.1:9090"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc",
                "https://FCM.googleapis.com:443/fcm/send/abc",
                "https://web.push.apple.com/QGuQyavXutnMH",
                "http://127.0.0.1:9090/push/1"
            })
    void includesBrowserMakers(String endpoint) {
        assertThat(services.include(URI.create(endpoint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:8443/fcm/send/abc",
                "https://fcm.googleapis.com.evil.example/",
                "https://evil.example/fcm.googleapis.com",
                "https://fcm.googleapis.com@evil.example/",
                "https://user@fcm.googleapis.com/",
                "https://push.apple.com/",
                "https://evilpush.apple.com/",
                "https://127.0.0.1:9090/push/1",
                "http://127.0.0.1:9091/push/1",
                "http://127.0.0.1/push/1",
                "http://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "file:///etc/passwd",
                "mailto:fcm.googleapis.com",
                "/relative"
            })
    void excludesAllElse(String endpoint) {
        assertThat(services.include(URI.create(endpoint))).isFalse();
    }
}
