package io.xunshi.platform.clearing.usecase;

import io.xunshi.platform.clearing.domain.Bill;
import io.xunshi.platform.deal.DealView;
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

/** Tells those who look after money of what is due and what came; the last thing that a transaction does. */
@Component
class TellOfMoney {
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellOfMoney(Organisations organisations, Notices notices, IdGenerator ids, Clock clock) {
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The buyer has something to pay. */
    Mono<Void> due(Bill bill) {
        return tell(people(bill.buyer()), Kind.DEAL_PAYMENT_DUE, bill.deal().value(), bill.dealCode());
    }

    /** The money is held, and the seller may go on. */
    Mono<Void> held(Bill bill) {
        return tell(people(bill.seller()), Kind.DEAL_PAYMENT_HELD, bill.deal().value(), bill.dealCode());
    }

    /** Both hear that it was not paid in time. */
    Mono<Void> late(Bill bill) {
        return tell(
                Flux.concat(people(bill.buyer()), people(bill.seller())),
                Kind.DEAL_PAYMENT_LATE,
                bill.deal().value(),
                bill.dealCode());
    }

    /** All is paid. */
    Mono<Void> settled(DealView deal) {
        return tell(
                Flux.concat(people(deal.buyer()), people(deal.seller())),
                Kind.DEAL_CLOSED,
                deal.id().value(),
                deal.code());
    }

    private Flux<AccountId> people(OrganisationId organisation) {
        return organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER, MemberRole.FINANCE);
    }

    private Mono<Void> tell(Flux<AccountId> people, Kind kind, UUID deal, String code) {
        return people.distinct()
                .map(person -> new Notice(person, Map.of("title", code, "path", "/deals/" + deal)))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told -> notices.tell(told, kind, deal, ids.next(), clock.instant()));
    }
}
