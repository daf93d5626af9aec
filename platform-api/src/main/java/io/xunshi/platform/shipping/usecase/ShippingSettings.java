package io.xunshi.platform.shipping.usecase;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the carrier is reached, and how long what is kept.
 *
 * @param carrierTimeout how long one request to the carrier may take
 * @param carrierPatience how long a request and its repetitions may take: somebody waits
 * @param signatureTolerance how old a webhook's signature may be; a replay later is refused
 * @param sweepPause how long a parcel with which something is wanted is left alone before the carrier is asked again
 * @param trackPause the same for one that is only on its way
 * @param addressesMax in one person's book
 * @param unsentKept how long people stay in what was never sent: nothing came of it that law would ask about
 * @param addressKept how long a shipment remembers who sent and received it: a platform keeps what belongs to a deal
 *     for three years (Electronic Commerce Law, article 31) and has no reason to afterwards (PIPL, article 19)
 */
@ConfigurationProperties("xunshi.shipping")
public record ShippingSettings(
        URI carrierUrl,
        String carrierKey,
        String webhookSecret,
        @DefaultValue("5s") Duration carrierTimeout,
        @DefaultValue("8s") Duration carrierPatience,
        @DefaultValue("5m") Duration signatureTolerance,
        @DefaultValue("60s") Duration sweepPause,
        @DefaultValue("30m") Duration trackPause,
        @DefaultValue("20") int addressesMax,
        @DefaultValue("30d") Duration unsentKept,
        @DefaultValue("1096d") Duration addressKept) {

    /** Without the secrets: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "ShippingSettings[carrierUrl=%s]".formatted(carrierUrl);
    }
}
