package io.xunshi.platform.http.usecase;

import io.xunshi.platform.http.domain.Quota;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one caller may ask for what costs much.
 *
 * @param factor multiplies every quota, for where one address speaks for many people; 0 switches all limits off
 * @param trustedProxies how many proxies of ours stand in front and append to <code>X-Forwarded-For</code>; with none
 *     the header is not believed, since anybody can write it
 */
@ConfigurationProperties("xunshi.limits")
public record LimitSettings(
        @DefaultValue("1") int factor, @DefaultValue("0") int trustedProxies, Map<String, Quota> quotas) {

    public LimitSettings {
        if (factor < 0 || trustedProxies < 0) {
            throw new IllegalArgumentException("xunshi.limits.factor and .trusted-proxies cannot be negative");
        }
        quotas = Map.copyOf(quotas);
    }
}
