package io.xunshi.platform.http;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outside sees us.
 *
 * @param publicUrl where people reach the platform; decides whether cookies are for https only
 * @param uploadOrigin the object store as browsers reach it, to which they may send photos
 */
@ConfigurationProperties("xunshi.http")
public record HttpSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("http://localhost:9000") URI uploadOrigin) {}
