package io.xunshi.platform.statistics.domain;

import io.xunshi.transparency.record.PriceLevel;
import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Instant;

/**
 * A figure as it was published; prices are fen for a tonne.
 *
 * @param area empty for the whole city
 * @param trades that counted
 * @param outliers that were dropped
 * @param sellers how many groups, a band
 * @param buyers how many groups, a band
 * @param tonnes a band
 * @param lowFen lower end of the 95 % interval of the mean
 * @param highFen its upper end
 * @param holdsCaps no group and no trade had more weight than the caps allow
 * @param logSize of the checkpoint that it was computed at
 */
public record PublishedPrice(
        PriceWeek week,
        Vintage vintage,
        PriceLevel level,
        String material,
        String area,
        int trades,
        int outliers,
        String sellers,
        String buyers,
        String tonnes,
        long vwapFen,
        long medianFen,
        long p10Fen,
        long p90Fen,
        long lowFen,
        long highFen,
        long effectiveGroupsMilli,
        boolean holdsCaps,
        long logSize,
        Instant publishedAt) {}
