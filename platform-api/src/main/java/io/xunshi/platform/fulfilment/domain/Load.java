package io.xunshi.platform.fulfilment.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle with a part of the goods (车次).
 *
 * @param number counts from 1 within the deal
 * @param manifest number of the e-manifest (电子联单号); null where none is needed
 * @param quantity as the seller loaded it, grams or pieces
 * @param countedPieces what the buyer counted; null where it counted nothing
 */
public record Load(
        UUID id,
        int number,
        String plate,
        String driver,
        @Nullable String manifest,
        long quantity,
        Instant dispatchedAt,
        @Nullable Long countedPieces) {}
