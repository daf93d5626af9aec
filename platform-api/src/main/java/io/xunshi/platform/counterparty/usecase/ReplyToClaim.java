package io.xunshi.platform.counterparty.usecase;

import io.xunshi.platform.counterparty.CounterpartyProblem;
import io.xunshi.platform.counterparty.domain.Reply;
import io.xunshi.platform.counterparty.storage.ReplyRepository;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.fulfilment.PerformedDeals;
import io.xunshi.platform.fulfilment.PerformedDeals.PerformedDeal;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets either side of a claim that ended say its word to the fact (申辩权). */
@Component
public class ReplyToClaim {
    private final PerformedDeals performedDeals;
    private final ReplyRepository replies;
    private final Organisations organisations;
    private final Clock clock;

    ReplyToClaim(PerformedDeals performedDeals, ReplyRepository replies, Organisations organisations, Clock clock) {
        this.performedDeals = performedDeals;
        this.replies = replies;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Raises {@link CounterpartyProblem#NO_CLAIM} and what {@link Organisations#requireRole} raises. */
    @Transactional
    public Mono<Reply> say(AccountId person, DealId deal, OrganisationId organisation, String words) {
        return performedDeals
                .find(deal)
                .filter(performed -> isSide(performed, organisation))
                .mapNotNull(PerformedDeal::claim)
                .switchIfEmpty(Mono.error(CounterpartyProblem.NO_CLAIM::raise))
                .delayUntil(claim -> organisations.requireRole(person, organisation, MemberRole.TRADER))
                .map(claim -> new Reply(claim.id(), organisation, words, clock.instant()))
                .delayUntil(reply -> replies.say(reply, person));
    }

    private static boolean isSide(PerformedDeal deal, OrganisationId organisation) {
        return deal.seller().equals(organisation) || deal.buyer().equals(organisation);
    }
}
