package io.xunshi.platform.deal.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.domain.Proposal;
import io.xunshi.platform.deal.domain.ProposalState;
import io.xunshi.platform.deal.domain.Word;
import io.xunshi.platform.deal.usecase.FindDeals.Proposed;
import io.xunshi.platform.exchange.LotView;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A negotiation as its two sides read it.
 *
 * @param words oldest first, never empty
 * @param toAnswer whose answer is waited for, while it is open
 * @param dealId null until it became a deal
 */
record ProposalResponse(
        UUID id,
        ProposalState state,
        ProposedLot lot,
        DealSide seller,
        DealSide buyer,
        List<WordResponse> words,
        Party toAnswer,
        @Nullable UUID dealId,
        Instant validUntil) {

    static ProposalResponse of(Proposed proposed) {
        return of(proposed, proposed.proposal());
    }

    private static ProposalResponse of(Proposed proposed, Proposal proposal) {
        return new ProposalResponse(
                proposal.id(),
                proposal.state(),
                ProposedLot.of(proposed.lot()),
                DealSide.of(proposed.seller()),
                DealSide.of(proposed.buyer()),
                proposal.words().stream().map(WordResponse::of).toList(),
                proposal.toAnswer(),
                valueOf(proposal.deal()),
                proposal.validUntil());
    }

    private static @Nullable UUID valueOf(@Nullable DealId deal) {
        return deal == null ? null : deal.value();
    }

    /** What it is about. */
    record ProposedLot(UUID id, String code, String title, String materialCode, Measure measure, long quantity) {
        static ProposedLot of(LotView lot) {
            return new ProposedLot(
                    lot.id().value(), lot.code(), lot.title(), lot.materialCode(), lot.measure(), lot.quantity());
        }
    }

    record DealSide(UUID id, String name) {
        static DealSide of(OrganisationView organisation) {
            return new DealSide(organisation.id().value(), organisation.name());
        }
    }

    /** @param price for a tonne or a piece */
    record WordResponse(int number, Party by, long quantity, Money price, Instant at) {
        static WordResponse of(Word word) {
            return new WordResponse(word.number(), word.by(), word.quantity(), word.price(), word.at());
        }
    }
}
