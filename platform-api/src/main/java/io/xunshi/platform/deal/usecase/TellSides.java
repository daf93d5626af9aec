package io.xunshi.platform.deal.usecase;

import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.domain.Party;
import io.xunshi.platform.deal.domain.Proposal;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells the owners and traders of a side what the other did; the last thing that a transaction does. */
@Component
class TellSides {
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellSides(Organisations organisations, Notices notices, IdGenerator ids, Clock clock) {
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The other side said something about the lot, and waits for an answer. */
    Mono<Void> proposed(Proposal proposal, Party to, String title) {
        return tell(
                people(proposal.organisation(to)),
                Kind.LOT_PROPOSED,
                proposal.lot().value(),
                title,
                "/trade-desk/proposals?for=" + proposal.organisation(to).value());
    }

    /** The other side said no. */
    Mono<Void> refused(Proposal proposal, Party to, String title) {
        return tell(
                people(proposal.organisation(to)),
                Kind.PROPOSAL_REFUSED,
                proposal.lot().value(),
                title,
                "/lots/" + proposal.lot().value());
    }

    /** There is a contract to sign. */
    Mono<Void> agreed(Deal deal) {
        return both(deal, Kind.DEAL_AGREED);
    }

    Mono<Void> signed(Deal deal) {
        return both(deal, Kind.DEAL_SIGNED);
    }

    Mono<Void> lapsed(Deal deal) {
        return both(deal, Kind.DEAL_LAPSED);
    }

    private Mono<Void> both(Deal deal, Kind kind) {
        return tell(
                Flux.concat(people(deal.seller()), people(deal.buyer())),
                kind,
                deal.id().value(),
                deal.terms().materialName(),
                "/deals/" + deal.id());
    }

    private Flux<AccountId> people(OrganisationId organisation) {
        return organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER);
    }

    private Mono<Void> tell(Flux<AccountId> people, Kind kind, UUID subject, String title, String path) {
        return people.distinct()
                .map(person -> new Notice(person, Map.of("title", title, "path", path)))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told -> notices.tell(told, kind, subject, ids.next(), clock.instant()));
    }
}
