package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.messaging.Notices;
import io.xunshi.platform.messaging.Notices.Kind;
import io.xunshi.platform.messaging.Notices.Notice;
import io.xunshi.platform.organisation.MemberRole;
import io.xunshi.platform.organisation.OrganisationId;
import io.xunshi.platform.organisation.Organisations;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells both sides how far their deal is; the last thing that a transaction does. */
@Component
class TellOfDelivery {
    private final Organisations organisations;
    private final Notices notices;
    private final IdGenerator ids;
    private final Clock clock;

    TellOfDelivery(Organisations organisations, Notices notices, IdGenerator ids, Clock clock) {
        this.organisations = organisations;
        this.notices = notices;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of where it stands now. */
    Mono<Void> moved(Performed performed) {
        var head = performed.head();
        return tell(performed, kind(head.state()), Flux.concat(people(head.seller()), people(head.buyer())));
    }

    /** The other side, that a price was called. */
    Mono<Void> called(Performed performed) {
        return Mono.justOrEmpty(performed.deal().settlement().formula().called())
                .flatMap(period -> tell(
                        performed,
                        Kind.DELIVERY_PRICE_CALLED,
                        people(performed.head().organisation(period.by().other()))));
    }

    /** A side, that it has to look at a delivery. */
    Mono<Void> side(Performed performed, Side side) {
        return tell(performed, Kind.DELIVERY_MOVED, people(performed.head().organisation(side)));
    }

    /** The side that may call a price, that the time for it will soon be over. */
    Mono<Void> toCall(Performed performed) {
        return Mono.justOrEmpty(performed.deal().settlement().formula().called())
                .flatMap(period -> tell(
                        performed,
                        Kind.DELIVERY_PRICE_TO_CALL,
                        people(performed.head().organisation(period.by()))));
    }

    private Mono<Void> tell(Performed performed, Kind kind, Flux<AccountId> people) {
        var deal = performed.deal();
        var notice = Map.of("title", deal.code(), "path", "/deals/" + deal.id());
        return people.distinct()
                .map(person -> new Notice(person, notice))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told -> notices.tell(told, kind, deal.id().value(), ids.next(), clock.instant()));
    }

    private static Kind kind(FulfilmentState state) {
        return switch (state) {
            case CONTRACTED, DISPATCHED, WEIGHED, SAMPLED, DISPUTED, ASSAYED, REFUSED, NOT_DELIVERED ->
                Kind.DELIVERY_MOVED;
            case CLAIMED -> Kind.DELIVERY_CLAIMED;
            case ACCEPTED, SETTLED, CLOSED -> Kind.DELIVERY_SETTLED;
        };
    }

    private Flux<AccountId> people(OrganisationId organisation) {
        return organisations.membersOf(organisation, MemberRole.OWNER, MemberRole.TRADER);
    }
}
