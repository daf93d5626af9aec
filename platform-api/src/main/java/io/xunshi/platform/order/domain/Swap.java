package io.xunshi.platform.order.domain;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.SwapFacts;
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.SwapState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A swap with what only this module may see.
 *
 * @param note what the proposer wrote; may be empty
 * @param answers the proposal that this one counters; null where it counters none
 * @param deadline null where nothing is waited for
 */
public record Swap(
        SwapId id,
        String code,
        SwapState state,
        SwapRing ring,
        AccountId proposer,
        String note,
        @Nullable SwapId answers,
        @Nullable Instant deadline,
        Instant proposedAt) {

    public boolean concerns(AccountId person) {
        return ring.of(person).isPresent();
    }

    /** @throws IllegalArgumentException for a stranger */
    public SwapParty partyOf(AccountId person) {
        return ring.of(person).orElseThrow(() -> new IllegalArgumentException(person + " takes no part in " + code));
    }

    /** Whether money was ever asked for. */
    public boolean hasBalance() {
        return !ring.payers().isEmpty();
    }

    /** What each thing is promised to, once all have consented. */
    public Map<ListingId, AccountId> receivers() {
        return ring.parties().stream()
                .collect(Collectors.toMap(
                        Swap::listing, party -> ring.receiverOf(party).person()));
    }

    public List<ListingId> listings() {
        return ring.each(Swap::listing);
    }

    public static ListingId listing(SwapParty party) {
        return new ListingId(party.listingId());
    }

    public SwapFacts facts() {
        return new SwapFacts(id.value(), code, proposer, ring.each(Swap::factsOf));
    }

    private static SwapFacts.Party factsOf(SwapParty party) {
        var thing = party.thing();
        return new SwapFacts.Party(
                party.person(),
                party.listingId(),
                thing.title(),
                thing.categoryCode(),
                thing.districtCode(),
                thing.conditionCode(),
                thing.price(),
                party.pays(),
                party.fee(),
                thing.hash());
    }
}
