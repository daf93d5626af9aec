package io.xunshi.platform.auction.usecase;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How auctions are held, and their rooms kept current.
 *
 * @param shortest no auction is shorter, and no time for opening sealed bids: who bids has to come back for it
 * @param heartbeat how often an open room hears the server's time; shorter than proxies' patience
 * @param silenceMax without any call from a replica, not even this one's own, the subscription is taken to be broken
 * @param reconnectMin how soon a browser tries again, at the earliest
 */
@ConfigurationProperties("xunshi.auction")
public record AuctionSettings(
        @DefaultValue("10m") Duration shortest,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("15s") Duration silenceMax,
        @DefaultValue("1s") Duration reconnectMin) {}
