package io.xunshi.platform.clearing.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param payWithin how long a bill may be due before it is late */
@ConfigurationProperties("xunshi.clearing")
public record ClearingSettings(@DefaultValue("3d") Duration payWithin) {}
