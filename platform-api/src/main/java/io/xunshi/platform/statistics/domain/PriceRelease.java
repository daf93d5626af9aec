package io.xunshi.platform.statistics.domain;

import io.xunshi.transparency.record.PriceWeek;
import io.xunshi.transparency.record.Vintage;
import java.time.Instant;

/**
 * A vintage of a week.
 *
 * @param at when it was published, or closed where it was not yet
 * @param sha256 of the publication, hexadecimal; empty while there is none
 * @param size of the checkpoint that it was computed at; zero while there is none
 */
public record PriceRelease(PriceWeek week, Vintage vintage, Instant at, String sha256, long size) {}
