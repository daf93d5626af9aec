package io.xunshi.platform.auction.domain;

import io.xunshi.platform.auction.AuctionCause;
import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.AuctionState;
import io.xunshi.platform.auction.domain.AwardedDeal.Outcome;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An auction from its draft to its end, with what only this module may see. The rules of bidding are {@link Bidding}'s;
 * here is what is around them, whatever the format.
 *
 * @param code what people read aloud, <code>Y…</code>
 * @param way the terms of its format, as published
 * @param bidding what bids change
 * @param deposit 保证金: what every bidder has to have paid
 * @param reserve hidden until the close; null where there is none
 * @param cause why it is in its state
 * @param since when that began
 * @param awards whom the goods went to, in the order in which they did; empty until it is decided
 * @param version grows with every change
 */
public record Sale(
        AuctionId id,
        String code,
        SoldLot lot,
        AuctionHours hours,
        Way way,
        AuctionState state,
        Bidding bidding,
        Money deposit,
        @Nullable Reserve reserve,
        AuctionCause cause,
        Instant since,
        List<AwardedDeal> awards,
        AccountId draftedBy,
        long version) {

    public Sale {
        awards = List.copyOf(awards);
    }

    /** When its waiting ends; null where nothing is waited for, or only for deals, which have a time of their own. */
    public @Nullable Instant deadline() {
        return AuctionTimer.of(state, way.format())
                .map(timer -> timer.ringsAt(hours, bidding, since))
                .orElse(null);
    }

    /** Whether everybody may see it. */
    public boolean isPublic() {
        return state != AuctionState.DRAFT
                && cause != AuctionCause.DRAFT_DROPPED
                && cause != AuctionCause.NOT_PUBLISHED_IN_TIME;
    }

    /** Whether who has not paid a deposit yet still can. */
    public boolean takesDeposits() {
        return switch (state) {
            case PUBLISHED, INSPECTION, OPEN, EXTENDED -> true;
            case DRAFT,
                    REVEALING,
                    FINAL_ROUND,
                    FINAL_REVEALING,
                    CLOSED_PENDING_RESERVE,
                    AWARDED,
                    CONTRACTED,
                    FAILED,
                    CANCELLED -> false;
        };
    }

    /** Whether bidding is over, so that reserve and nonce are told. */
    public boolean isClosed() {
        return switch (state) {
            case CLOSED_PENDING_RESERVE, AWARDED, CONTRACTED, FAILED -> true;
            case DRAFT, PUBLISHED, INSPECTION, OPEN, EXTENDED, REVEALING, FINAL_ROUND, FINAL_REVEALING, CANCELLED ->
                false;
        };
    }

    /** The same after a bid. A bid that moves the end begins the extended state. */
    public Sale after(Bidding bidOn, Instant now) {
        var begins = state == AuctionState.OPEN && bidOn.endsAt().isAfter(bidding.endsAt());
        return changed(
                begins ? AuctionState.EXTENDED : state,
                bidOn,
                begins ? AuctionCause.LATE_BID : cause,
                begins ? now : since,
                awards);
    }

    /** The same in another state, or in the same for another reason. */
    public Sale moved(AuctionState to, AuctionCause why, Instant now) {
        return changed(to, bidding, why, now, awards);
    }

    /** The same with a deal for an award. */
    public Sale awarded(Award award, DealId deal) {
        var one = new AwardedDeal(awards.size() + 1, award, deal, Outcome.PENDING);
        return changed(
                state,
                bidding,
                cause,
                since,
                Stream.concat(awards.stream(), Stream.of(one)).toList());
    }

    /** The same after a deal has ended. */
    public Sale settled(DealId deal, Outcome outcome) {
        return changed(
                state,
                bidding,
                cause,
                since,
                awards.stream()
                        .map(one -> deal.equals(one.deal())
                                ? new AwardedDeal(one.number(), one.award(), deal, outcome)
                                : one)
                        .toList());
    }

    /** Whose contract is waited for; empty for a deal of which it is known how it ended. */
    public Optional<Award> pendingOf(DealId deal) {
        return awards.stream()
                .filter(one -> deal.equals(one.deal()) && one.isPending())
                .map(AwardedDeal::award)
                .findFirst();
    }

    /** Of an English auction the number of the last bid: its bids are told one by one, others' with the auction. */
    public int toldBids() {
        return bidding instanceof EnglishAuction english ? english.bids() : 0;
    }

    /** Whether it is not known of every deal yet how it ends. */
    public boolean waitsForDeals() {
        return awards.stream().anyMatch(AwardedDeal::isPending);
    }

    /** Of one bidder. */
    public boolean waitsForDealsOf(int paddle) {
        return awards.stream().anyMatch(one -> one.isPending() && one.award().paddle() == paddle);
    }

    /** Whether at least a part of the goods was sold. */
    public boolean hasSold() {
        return awards.stream().anyMatch(one -> one.outcome() == Outcome.SIGNED);
    }

    /** The same with what else is known of it. */
    public Sale with(Bidding known, List<AwardedDeal> knownAwards) {
        return changed(state, known, cause, since, knownAwards);
    }

    private Sale changed(
            AuctionState nowIn, Bidding bidOn, AuctionCause why, Instant from, List<AwardedDeal> nowAwarded) {
        return new Sale(
                id, code, lot, hours, way, nowIn, bidOn, deposit, reserve, why, from, nowAwarded, draftedBy, version);
    }

    /**
     * What is sold, as it was when the auction was drafted.
     *
     * @param seller whose it is
     * @param area where it lies, as the trading gate takes it
     */
    public record SoldLot(UUID id, OrganisationId seller, String title, String material, String area) {}
}
