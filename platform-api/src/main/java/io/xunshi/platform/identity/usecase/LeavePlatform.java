package io.xunshi.platform.identity.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.Departures;
import io.xunshi.platform.identity.IdentityEvents.AccountErased;
import io.xunshi.platform.identity.IdentityEvents.AccountLeaving;
import io.xunshi.platform.identity.storage.StandingRepository;
import io.xunshi.platform.kernel.IdGenerator;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Marks who leaves, and tells the others. */
@Component
class LeavePlatform implements Departures {
    private final StandingRepository standings;
    private final EventPublisher events;
    private final IdGenerator ids;

    LeavePlatform(StandingRepository standings, EventPublisher events, IdGenerator ids) {
        this.standings = standings;
        this.events = events;
        this.ids = ids;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> beginLeaving(AccountId person, Instant at) {
        return standings
                .beginLeaving(person, at)
                .filter(begun -> begun)
                .flatMap(begun -> events.publish(new AccountLeaving(ids.next(), at, person.value())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> stay(AccountId person) {
        return standings.stay(person);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> announceErased(AccountId person, Instant at) {
        return events.publish(new AccountErased(ids.next(), at, person.value()));
    }
}
