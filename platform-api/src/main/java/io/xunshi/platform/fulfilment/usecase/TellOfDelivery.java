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
        var notice = Map.of("title", performed.deal().code(), "path", "/deals/" + head.deal());
        return Flux.concat(people(head.seller()), people(head.buyer()))
                .distinct()
                .map(person -> new Notice(person, notice))
                .collectList()
                .filter(told -> !told.isEmpty())
                .flatMap(told ->
                        notices.tell(told, kind(head.state()), head.deal().value(), ids.next(), clock.instant()));
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
