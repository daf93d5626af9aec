package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionFormat;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.Award;
import io.xunshi.platform.auction.domain.AwardedDeal;
import io.xunshi.platform.auction.domain.DutchAuction;
import io.xunshi.platform.auction.domain.EnglishAuction;
import io.xunshi.platform.auction.domain.LotQuantity;
import io.xunshi.platform.auction.domain.Reserve;
import io.xunshi.platform.auction.domain.Sale;
import io.xunshi.platform.auction.domain.SealedAuction;
import io.xunshi.platform.auction.domain.Way;
import io.xunshi.platform.auction.domain.YankeeAuction;
import io.xunshi.platform.auction.web.FormatResponses.DutchResponse;
import io.xunshi.platform.auction.web.FormatResponses.EnglishResponse;
import io.xunshi.platform.auction.web.FormatResponses.SealedResponse;
import io.xunshi.platform.auction.web.FormatResponses.YankeeResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An auction as everybody sees it: bidders are paddle numbers. Prices are fen per tonne, or per piece of what is
 * counted. What is special to a format is in the field of its name; the other three are null.
 *
 * @param amount grams, or pieces
 * @param perPriceUnit how many of them a price is for
 * @param startFen the least bid, or the first price of a falling clock
 * @param bids how many were taken
 * @param priceFen where the price stands; the start while nobody has bid
 * @param valueFen what the whole lot costs at it
 * @param endsAt the first moment at which no bid is taken, as late bids or a final round have moved it
 * @param deadline when the waiting of its state ends; null where only contracts are waited for
 * @param reserve null where there is none
 * @param awards whom the goods went to, in the order in which they did
 */
record AuctionResponse(
        UUID id,
        String code,
        UUID lotId,
        UUID seller,
        String title,
        String materialCode,
        String areaCode,
        long amount,
        long perPriceUnit,
        AuctionFormat format,
        AuctionState state,
        AuctionCause cause,
        Instant since,
        long startFen,
        long depositFen,
        @Nullable ReserveResponse reserve,
        Instant inspectionFrom,
        Instant opensAt,
        Instant plannedEnd,
        Instant endsAt,
        int bids,
        long priceFen,
        long valueFen,
        @Nullable Instant deadline,
        List<AwardResponse> awards,
        @Nullable EnglishResponse english,
        @Nullable SealedResponse sealed,
        @Nullable DutchResponse dutch,
        @Nullable YankeeResponse yankee,
        long version) {

    static AuctionResponse of(Sale sale) {
        var bidding = sale.bidding();
        var lot = bidding.lot();
        return new AuctionResponse(
                sale.id().value(),
                sale.code(),
                sale.lot().id(),
                sale.lot().seller().value(),
                sale.lot().title(),
                sale.lot().material(),
                sale.lot().area(),
                lot.amount(),
                lot.perPriceUnit(),
                bidding.format(),
                sale.state(),
                sale.cause(),
                sale.since(),
                sale.way().startFen(),
                sale.deposit().amount(),
                ReserveResponse.of(sale),
                sale.hours().inspectionFrom(),
                sale.hours().opensAt(),
                sale.hours().endsAt(),
                bidding.endsAt(),
                bidding.bids(),
                bidding.priceFen(),
                lot.valueAt(bidding.priceFen()),
                sale.deadline(),
                sale.awards().stream()
                        .map(awarded -> AwardResponse.of(awarded, lot))
                        .toList(),
                bidding instanceof EnglishAuction english ? EnglishResponse.of(english) : null,
                bidding instanceof SealedAuction rounds ? SealedResponse.of(rounds) : null,
                sale.way() instanceof Way.Dutch way && bidding instanceof DutchAuction dutch
                        ? DutchResponse.of(way, dutch)
                        : null,
                bidding instanceof YankeeAuction yankee ? YankeeResponse.of(yankee) : null,
                sale.version());
    }

    /**
     * The hidden least price.
     *
     * @param commitment SHA-256 of the nonce and of the amount in fen as eight bytes, big end first; hexadecimal
     * @param amountFen null until the close
     * @param nonce hexadecimal; null until the close
     */
    record ReserveResponse(
            String commitment,
            @Nullable Long amountFen,
            @Nullable String nonce) {

        static @Nullable ReserveResponse of(Sale sale) {
            var reserve = sale.reserve();
            return reserve == null ? null : of(reserve, sale.isClosed());
        }

        private static ReserveResponse of(Reserve reserve, boolean isRevealed) {
            return new ReserveResponse(
                    reserve.commitment(), isRevealed ? reserve.amountFen() : null, isRevealed ? reserve.nonce() : null);
        }
    }

    /** Who may have goods, how much of them, what that costs, and how far their contract is. */
    record AwardResponse(
            int number,
            Award.Place place,
            int paddle,
            long quantity,
            long priceFen,
            long valueFen,
            @Nullable UUID dealId,
            AwardedDeal.Outcome outcome) {

        static AwardResponse of(AwardedDeal awarded, LotQuantity lot) {
            var award = awarded.award();
            var deal = awarded.deal();
            return new AwardResponse(
                    awarded.number(),
                    award.place(),
                    award.paddle(),
                    award.quantity(),
                    award.priceFen(),
                    new LotQuantity(award.quantity(), lot.perPriceUnit()).valueAt(award.priceFen()),
                    deal == null ? null : deal.value(),
                    awarded.outcome());
        }
    }
}
