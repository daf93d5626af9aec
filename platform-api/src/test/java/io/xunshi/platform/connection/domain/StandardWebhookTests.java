package io.xunshi.platform.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures as the libraries of Standard Webhooks read them. */
class StandardWebhookTests {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1_614_265_330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theExampleOfTheReferenceLibrariesIsSignedAsTheySignIt() {
        assertThat(StandardWebhook.sign(List.of(SECRET), ID, TIMESTAMP, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void whileASecretChangesBothSign() {
        var signatures = StandardWebhook.sign(List.of(StandardWebhook.newSecret(), SECRET), ID, TIMESTAMP, BODY)
                .split(" ");

        assertThat(signatures).hasSize(2).contains(SIGNATURE);
    }

    @Test
    void aNewSecretHasAsManyBytesAsTheStandardWants() {
        var secret = StandardWebhook.newSecret();

        assertThat(secret).startsWith("whsec_").isNotEqualTo(StandardWebhook.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length())).length)
                .isBetween(24, 64);
    }
}
