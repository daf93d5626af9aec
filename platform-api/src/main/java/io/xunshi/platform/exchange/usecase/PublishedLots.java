package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.LotEvents.LotChanged;
import io.xunshi.platform.exchange.LotEvents.LotSold;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.exchange.LotOffer;
import io.xunshi.platform.exchange.LotView;
import io.xunshi.platform.exchange.Lots;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.storage.LotRepository;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules ask and tell about lots. */
@Component
class PublishedLots implements Lots {
    private final LotRepository lots;
    private final KeepStock keepStock;
    private final EventPublisher events;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedLots(LotRepository lots, KeepStock keepStock, EventPublisher events, IdGenerator ids, Clock clock) {
        this.lots = lots;
        this.keepStock = keepStock;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<LotView> find(LotId id) {
        return lots.find(id).map(Lot::view);
    }

    @Override
    public Flux<LotView> findAll(Collection<LotId> ids) {
        return ids.isEmpty() ? Flux.empty() : lots.findAll(ids).map(Lot::view);
    }

    @Override
    public Mono<LotOffer> offer(LotId id) {
        return lots.find(id).map(Lot::offer);
    }

    @Override
    @Transactional
    public Mono<Void> take(LotId id, long termsVersion, UUID holder, long quantity) {
        return lots.take(id, termsVersion, holder, quantity)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise))
                .flatMap(this::publishChanged);
    }

    @Override
    @Transactional
    public Mono<Void> takeHeld(LotId id, UUID holder, UUID deal, long quantity) {
        return lots.takeHeld(id, holder, deal, quantity)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_HELD::raise))
                .flatMap(this::publishChanged);
    }

    @Override
    @Transactional
    public Mono<Void> giveBack(LotId id, UUID holder) {
        return lots.dropPart(id, holder)
                .flatMap(quantity -> lots.restore(id, quantity)
                        .delayUntil(this::publishChanged)
                        .hasElement()
                        .flatMap(isOffered -> isOffered
                                ? Mono.<Void>empty()
                                : lots.find(id).flatMap(ended -> keepStock.free(ended, quantity))));
    }

    @Override
    @Transactional
    public Mono<Void> sellPart(LotId id, UUID holder, OrganisationId buyer) {
        return lots.sellPart(id, holder)
                .flatMap(quantity -> lots.find(id).delayUntil(lot -> keepStock.deliver(lot, holder, quantity)))
                .delayUntil(lot -> lots.endSold(id, clock.instant()))
                .delayUntil(lot -> publishSold(lot, buyer))
                .hasElement()
                .filterWhen(isSold -> isSold ? Mono.just(true) : lots.isPartSold(id, holder))
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_HELD::raise))
                .then();
    }

    @Override
    @Transactional
    public Mono<LotView> hold(LotId id, UUID holder) {
        return lots.hold(id, holder)
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_OFFERED::raise))
                .delayUntil(this::publishChanged)
                .map(Lot::view);
    }

    @Override
    @Transactional
    public Mono<Void> letGo(LotId id, UUID holder) {
        return lots.letGo(id, holder).flatMap(this::publishChanged);
    }

    @Override
    @Transactional
    public Mono<LotView> markSold(LotId id, UUID holder, OrganisationId buyer) {
        return lots.sell(id, holder, buyer, clock.instant())
                .delayUntil(lot -> keepStock.deliver(lot, holder, lot.terms().quantity()))
                .delayUntil(lot -> publishSold(lot, buyer))
                .switchIfEmpty(lots.findSold(id, holder, buyer))
                .switchIfEmpty(Mono.error(ExchangeProblem.LOT_NOT_HELD::raise))
                .map(Lot::view);
    }

    private Mono<Void> publishChanged(Lot lot) {
        return events.publish(new LotChanged(ids.next(), clock.instant(), lot.id()));
    }

    private Mono<Void> publishSold(Lot lot, OrganisationId buyer) {
        return events.publish(new LotSold(ids.next(), clock.instant(), lot.id(), lot.seller(), buyer));
    }
}
