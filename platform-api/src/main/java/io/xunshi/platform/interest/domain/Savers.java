package io.xunshi.platform.interest.domain;

import io.xunshi.platform.listing.ListingId;

/** How many people saved a listing; never who. */
public record Savers(ListingId listing, long count) {}
