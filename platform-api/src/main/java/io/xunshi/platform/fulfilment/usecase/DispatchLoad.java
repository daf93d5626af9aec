package io.xunshi.platform.fulfilment.usecase;

import io.xunshi.platform.catalog.LicenceGate;
import io.xunshi.platform.catalog.Material;
import io.xunshi.platform.catalog.Materials;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.deal.DealView;
import io.xunshi.platform.events.EventPublisher;
import io.xunshi.platform.fulfilment.FulfilmentEvents.LoadDispatched;
import io.xunshi.platform.fulfilment.FulfilmentProblem;
import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.Load;
import io.xunshi.platform.fulfilment.storage.LoadRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.TradeSide;
import io.xunshi.platform.organisation.TradingGate;
import io.xunshi.platform.pricing.Side;
import java.time.Clock;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sends a vehicle with a part of the goods on its way. */
@Component
public class DispatchLoad {
    private final ActForSide actForSide;
    private final LoadRepository loads;
    private final Materials materials;
    private final TradingGate gate;
    private final MoveFulfilment moveFulfilment;
    private final TellOfDelivery tellOfDelivery;
    private final EventPublisher events;
    private final FulfilmentSettings settings;
    private final IdGenerator ids;
    private final Clock clock;

    DispatchLoad(
            ActForSide actForSide,
            LoadRepository loads,
            Materials materials,
            TradingGate gate,
            MoveFulfilment moveFulfilment,
            TellOfDelivery tellOfDelivery,
            EventPublisher events,
            FulfilmentSettings settings,
            IdGenerator ids,
            Clock clock) {
        this.actForSide = actForSide;
        this.loads = loads;
        this.materials = materials;
        this.gate = gate;
        this.moveFulfilment = moveFulfilment;
        this.tellOfDelivery = tellOfDelivery;
        this.events = events;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * For the seller. A licence of either side that has ended since the contract stops it: raises what the trading gate
     * does, {@link FulfilmentProblem#NOT_NOW}, {@link FulfilmentProblem#ALL_DISPATCHED},
     * {@link FulfilmentProblem#TOO_MANY_LOADS} and {@link FulfilmentProblem#MANIFEST_MISSING}.
     */
    @Transactional
    public Mono<Performed> dispatch(AccountId person, DealId deal, Dispatch dispatch) {
        return actForSide
                .as(person, deal, Side.SELLER, ActForSide.WEIGHS)
                .doOnNext(this::check)
                .delayUntil(performed -> checkManifest(performed.deal(), dispatch))
                .delayUntil(performed -> passGate(performed.deal()))
                .flatMap(performed -> sent(person, performed, dispatch))
                .delayUntil(tellOfDelivery::moved);
    }

    private void check(Performed performed) {
        performed.requireState(FulfilmentState.CONTRACTED, FulfilmentState.DISPATCHED);
        if (performed.head().allDispatched()) {
            throw FulfilmentProblem.ALL_DISPATCHED.raise();
        }
        if (performed.performance().loads().size() >= settings.loadsMax()) {
            throw FulfilmentProblem.TOO_MANY_LOADS.raise(settings.loadsMax());
        }
    }

    private Mono<Material> checkManifest(DealView deal, Dispatch dispatch) {
        return materials
                .findEdition(deal.materialCode(), deal.materialEdition())
                .filter(material -> material.licenceGate() == LicenceGate.HAZWASTE && dispatch.manifest() == null)
                .flatMap(material -> Mono.error(FulfilmentProblem.MANIFEST_MISSING.raise()));
    }

    private Mono<Void> passGate(DealView deal) {
        var now = clock.instant();
        return gate.require(deal.seller(), deal.materialCode(), TradeSide.SELLER, deal.areaCode(), now)
                .then(gate.require(deal.buyer(), deal.materialCode(), TradeSide.BUYER, deal.areaCode(), now))
                .then();
    }

    private Mono<Performed> sent(AccountId person, Performed performed, Dispatch dispatch) {
        var now = clock.instant();
        var id = performed.deal().id();
        var load = new Load(
                ids.next(),
                performed.performance().loads().size() + 1,
                dispatch.plate(),
                dispatch.driver(),
                dispatch.manifest(),
                dispatch.quantity(),
                now,
                null);
        return loads.add(id, load, person)
                .then(moveFulfilment.move(
                        with(performed, load), performed.head().dispatched(dispatch.isLast(), now)))
                .delayUntil(moved ->
                        events.publish(new LoadDispatched(ids.next(), now, id, load.id(), moved.seal(Seals.of(load)))));
    }

    private static Performed with(Performed performed, Load load) {
        var all = new ArrayList<>(performed.performance().loads());
        all.add(load);
        return performed.with(performed.performance().withLoads(all));
    }

    /**
     * What leaves.
     *
     * @param plate as it stands on the vehicle
     * @param manifest number of the e-manifest; null where none is needed
     * @param quantity as loaded, grams or pieces
     * @param isLast no more loads follow
     */
    public record Dispatch(
            String plate, String driver, @Nullable String manifest, long quantity, boolean isLast) {}
}
