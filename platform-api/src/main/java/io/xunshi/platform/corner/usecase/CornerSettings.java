package io.xunshi.platform.corner.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How book corners are run.
 *
 * @param undoWindow so long a scan can be taken back; a book that left for good is sealed afterwards
 */
@ConfigurationProperties("xunshi.corner")
public record CornerSettings(@DefaultValue("10m") Duration undoWindow) {}
