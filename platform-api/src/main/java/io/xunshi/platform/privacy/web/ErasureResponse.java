package io.xunshi.platform.privacy.web;

import io.xunshi.platform.privacy.domain.Erasure;
import java.time.Instant;
import java.util.List;

/**
 * An erasure that waits.
 *
 * @param dueAt until then it can be called off, and nothing is erased before
 * @param hindrances what it waits for besides
 */
record ErasureResponse(Instant requestedAt, Instant dueAt, List<HindranceResponse> hindrances) {

    static ErasureResponse of(Erasure erasure, List<HindranceResponse> hindrances) {
        return new ErasureResponse(erasure.requestedAt(), erasure.dueAt(), hindrances);
    }
}
