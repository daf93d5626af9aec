package io.xunshi.platform.interest.domain;

import io.xunshi.platform.listing.ListingId;
import java.time.Instant;

/**
 * A listing that somebody saved.
 *
 * @param priceThenFen what it cost when it was saved
 */
public record SavedItem(ListingId listing, long priceThenFen, Instant savedAt) {}
