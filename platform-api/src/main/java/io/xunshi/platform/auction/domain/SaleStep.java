package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionState;
import java.time.Instant;

/** A step that an auction took. */
public record SaleStep(AuctionState state, AuctionCause cause, Instant at) {}
