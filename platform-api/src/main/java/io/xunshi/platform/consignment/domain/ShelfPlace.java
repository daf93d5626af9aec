package io.xunshi.platform.consignment.domain;

import io.xunshi.platform.kernel.Money;
import java.time.Instant;

/**
 * A place of a point with what stands there.
 *
 * @param name in the point's own words
 * @param things that take room there
 * @param appraised what they were first offered for together
 * @param longestSince when the one was taken in that stands there longest
 */
public record ShelfPlace(String name, int things, Money appraised, Instant longestSince) {}
