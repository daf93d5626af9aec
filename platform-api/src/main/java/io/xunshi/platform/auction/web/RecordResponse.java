package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.SaleStep;
import io.xunshi.platform.auction.usecase.FindSales.PublicRecord;
import io.xunshi.platform.auction.web.FormatResponses.PartBidResponse;
import io.xunshi.platform.auction.web.FormatResponses.TickResponse;
import java.time.Instant;
import java.util.List;

/**
 * The public record of an auction (公开记录): terms, bids in their order, steps, commitments and what was revealed.
 *
 * @param bids of an English auction
 * @param parts takes at a falling clock, bids of a multi-unit auction with those that were improved
 * @param ticks of a falling clock, as published before it started
 */
record RecordResponse(
        AuctionResponse auction,
        List<BidResponse> bids,
        List<PartBidResponse> parts,
        List<TickResponse> ticks,
        List<StepResponse> steps) {

    static RecordResponse of(PublicRecord whole) {
        return new RecordResponse(
                AuctionResponse.of(whole.sale()),
                whole.bids().stream().map(BidResponse::of).toList(),
                whole.parts().stream().map(PartBidResponse::of).toList(),
                whole.sale().bidding() instanceof DutchAuction dutch ? TickResponse.of(dutch) : List.of(),
                whole.steps().stream().map(StepResponse::of).toList());
    }

    record StepResponse(AuctionState state, AuctionCause cause, Instant at) {

        static StepResponse of(SaleStep step) {
            return new StepResponse(step.state(), step.cause(), step.at());
        }
    }
}
