package io.xunshi.platform.messaging.usecase;

import io.xunshi.platform.messaging.domain.PushServices;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers are told while nobody looks at the market (web push, RFC 8030).
 *
 * @param publicKey by which push services know us (VAPID, RFC 8292), in Base64url; without keys nobody can subscribe
 * @param privateKey signs what we send
 * @param contact where a push service writes to when something goes wrong, <code>mailto:</code> or <code>https:</code>
 * @param services hosts that are sent to, see {@link PushServices}
 * @param subscriptionsMax that one person may have; the oldest makes room
 * @param timeout for one message
 * @param ttl how long a push service keeps a message for a browser that is not there
 */
@ConfigurationProperties("xunshi.push")
public record PushSettings(
        @DefaultValue("") String publicKey,
        @DefaultValue("") String privateKey,
        String contact,
        List<String> services,
        @DefaultValue("10") int subscriptionsMax,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("24h") Duration ttl) {

    public PushSettings {
        services = List.copyOf(services);
    }

    public boolean isOn() {
        return !publicKey.isBlank() && !privateKey.isBlank();
    }

    /** Those that are sent to. */
    public PushServices pushServices() {
        return new PushServices(services);
    }

    /** Leaves the keys out. */
    @Override
    public String toString() {
        return "PushSettings for " + services;
    }
}
