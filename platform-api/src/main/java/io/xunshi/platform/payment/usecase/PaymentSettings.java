package io.xunshi.platform.payment.usecase;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the payment provider is reached.
 *
 * @param returnUrl where the provider sends people after they paid; <code>{page}</code> becomes the kind of page and
 *     <code>{order}</code> the order's id
 * @param timeout how long one request to the provider may take
 * @param patience how long a request and its repetitions may take: somebody waits
 * @param signatureTolerance how old a webhook's signature may be; a replay later is refused
 * @param sweepPause how long a payment without news is left alone before the provider is asked again
 */
@ConfigurationProperties("xunshi.payment")
public record PaymentSettings(
        URI url,
        String secretKey,
        String webhookSecret,
        String returnUrl,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("5m") Duration signatureTolerance,
        @DefaultValue("60s") Duration sweepPause) {

    /** Without the secrets: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "PaymentSettings[url=%s]".formatted(url);
    }
}
