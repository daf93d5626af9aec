package io.xunshi.infra.launcher.state;

import io.xunshi.infra.server.PushKeys;
import io.xunshi.infra.server.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What was made up once for a state folder and must not change while its data lives.
 *
 * @param serverPassword opens PostgreSQL and the object store
 * @param paymentKey what platform-api shows to the payment provider, and to a simulated carrier
 * @param webhookSecret signs the events of both
 * @param logSigningKey Base64 of the Ed25519 seed that signs checkpoints
 * @param logMlDsaKey Base64 of the ML-DSA-44 seed that signs them beside it
 * @param logOrigin the log's name in its checkpoints, which stays when the platform moves to another port
 * @param fieldKey Base64 of the AES key over personal data
 * @param dominancePercent p of the p %-rule that protects firms in published prices
 * @param pushKeys by which the push services of browsers know the platform; browsers subscribe to the public one
 */
public record PlatformSecrets(
        String serverPassword,
        String paymentKey,
        String webhookSecret,
        String logSigningKey,
        String logMlDsaKey,
        String logOrigin,
        String fieldKey,
        Integer dominancePercent,
        PushKeys pushKeys) {
    private static final int LEAST_PERCENT = 10;
    private static final int MOST_PERCENT = 20;

    /** Keys are made for a folder that is older than they are. */
    public PlatformSecrets(
            String serverPassword,
            String paymentKey,
            String webhookSecret,
            String logSigningKey,
            @Nullable String logMlDsaKey,
            String logOrigin,
            String fieldKey,
            @Nullable Integer dominancePercent,
            @Nullable PushKeys pushKeys) {
        this.serverPassword = serverPassword;
        this.paymentKey = paymentKey;
        this.webhookSecret = webhookSecret;
        this.logSigningKey = logSigningKey;
        this.logMlDsaKey = logMlDsaKey == null ? Secrets.key() : logMlDsaKey;
        this.logOrigin = logOrigin;
        this.fieldKey = fieldKey;
        this.dominancePercent =
                dominancePercent == null ? Secrets.between(LEAST_PERCENT, MOST_PERCENT) : dominancePercent;
        this.pushKeys = pushKeys == null ? PushKeys.generate() : pushKeys;
    }

    static PlatformSecrets generate(int port) {
        return new PlatformSecrets(
                Secrets.password(),
                "sk_test_" + Secrets.password(),
                "whsec_" + Secrets.password(),
                Secrets.key(),
                Secrets.key(),
                "localhost:" + port + "/log",
                Secrets.key(),
                Secrets.between(LEAST_PERCENT, MOST_PERCENT),
                PushKeys.generate());
    }

    /** Tells nothing, so that no log gets a secret. */
    @Override
    public String toString() {
        return "PlatformSecrets of " + logOrigin;
    }
}
