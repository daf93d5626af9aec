package io.xunshi.platform.exchange.domain;

import io.xunshi.platform.exchange.Measure;

/**
 * How an organisation stands in one material (持仓). Everything in the small unit of its measure; the three together are
 * what it has on hand.
 *
 * @param free what may still be offered
 * @param offered what anybody may buy
 * @param reserved what is in contracts that wait for signatures, or in auctions
 */
public record StockPosition(String materialCode, Measure measure, long free, long offered, long reserved) {}
