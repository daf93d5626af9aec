package io.xunshi.platform.exchange.usecase;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one organisation may have before everybody.
 *
 * @param offersMax lots, and as many demands, that have not ended
 */
@ConfigurationProperties("xunshi.exchange")
public record ExchangeSettings(@DefaultValue("200") int offersMax) {}
