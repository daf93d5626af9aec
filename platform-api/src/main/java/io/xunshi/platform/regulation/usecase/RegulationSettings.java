package io.xunshi.platform.regulation.usecase;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param stolenGoodsUrl the provider that keeps the list of stolen devices
 * @param providerTimeout how long it may take
 */
@ConfigurationProperties("xunshi.regulation")
public record RegulationSettings(
        URI stolenGoodsUrl, @DefaultValue("3s") Duration providerTimeout) {}
