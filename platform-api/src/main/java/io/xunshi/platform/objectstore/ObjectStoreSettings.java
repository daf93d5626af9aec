package io.xunshi.platform.objectstore;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the S3 store is.
 *
 * @param endpoint as this server reaches it
 * @param publicEndpoint as browsers reach it, for uploads
 * @param timeout how long one request may take
 */
@ConfigurationProperties("xunshi.s3")
public record ObjectStoreSettings(
        URI endpoint,
        URI publicEndpoint,
        String accessKey,
        String secretKey,
        String bucket,
        @DefaultValue("10s") Duration timeout) {

    /** Without the secret: settings are printed when something is misconfigured. */
    @Override
    public String toString() {
        return "ObjectStoreSettings[endpoint=%s, bucket=%s]".formatted(endpoint, bucket);
    }
}
