package io.xunshi.platform.messaging.domain;

/**
 * Bounds as they were last decided.
 *
 * @param version grows with every decision; 0 where there was none
 */
public record DecidedBounds(OfferBounds bounds, long version) {
    public static final DecidedBounds NONE = new DecidedBounds(OfferBounds.UNDECIDED, 0);
}
