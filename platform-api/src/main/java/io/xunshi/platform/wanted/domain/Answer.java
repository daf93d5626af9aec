package io.xunshi.platform.wanted.domain;

import io.xunshi.platform.listing.ListingId;
import java.time.Instant;
import java.util.UUID;

/** A seller has it, and the two talk about it. */
public record Answer(ListingId listing, UUID conversation, Instant at) {}
