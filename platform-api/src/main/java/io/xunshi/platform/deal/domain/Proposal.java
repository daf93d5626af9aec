package io.xunshi.platform.deal.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides have said about a lot, word after word; each word is binding for who said it.
 *
 * @param lotTerms the version of what the seller says of the lot that it is about
 * @param words oldest first, never empty; the first is the buyer's
 * @param deal what it became; null until then
 */
public record Proposal(
        UUID id,
        LotId lot,
        long lotTerms,
        OrganisationId seller,
        OrganisationId buyer,
        ProposalState state,
        List<Word> words,
        @Nullable DealId deal,
        Instant validUntil) {

    public Proposal {
        words = List.copyOf(words);
    }

    public Word lastWord() {
        return words.getLast();
    }

    /** Whose answer is waited for. */
    public Party toAnswer() {
        return lastWord().by().other();
    }

    public OrganisationId organisation(Party party) {
        return party == Party.SELLER ? seller : buyer;
    }

    /** Whether it can still be answered. */
    public boolean isOpenAt(Instant now) {
        return state == ProposalState.OPEN && now.isBefore(validUntil);
    }
}
