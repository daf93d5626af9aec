package io.xunshi.platform.interest.domain;

import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.UUID;

/**
 * A listing that one of a person's searches found.
 *
 * @param searchName as the search is called now
 */
public record SearchAlert(ListingId listing, UUID search, String searchName, Instant matchedAt) {}
