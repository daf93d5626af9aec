package io.xunshi.sample;

import io.xunshi.platform.deal.domain.Deal;
import io.xunshi.platform.deal.usecase.Negotiate;
import io.xunshi.platform.deal.usecase.SignContract;
import io.xunshi.platform.exchange.domain.Lot;
import io.xunshi.platform.exchange.usecase.KeepStock;
import io.xunshi.platform.exchange.usecase.OfferLot;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Three dealers who sell each other the same steel within a day, two of them in one hand, as an officer learns
 * afterwards: what a regulator finds on the desk from the first minute on.
 */
class RoundTrades {
    private static final int TONNES = 30;
    private static final int YUAN = 2_690;

    private final KeepStock keepStock;
    private final OfferLot offerLot;
    private final Negotiate negotiate;
    private final SignContract signContract;
    private final Firms firms;

    RoundTrades(KeepStock keepStock, OfferLot offerLot, Negotiate negotiate, SignContract signContract, Firms firms) {
        this.keepStock = keepStock;
        this.offerLot = offerLot;
        this.negotiate = negotiate;
        this.signContract = signContract;
        this.firms = firms;
    }

    /** After {@link Firms#join}. */
    Mono<Void> happen() {
        var traders = Firms.ROUND_TRADERS;
        return Flux.fromStream(IntStream.range(0, traders.size()).boxed())
                .concatMap(place -> pass(traders.get(place), traders.get((place + 1) % traders.size())))
                .then(firms.disclose());
    }

    private Mono<Deal> pass(String seller, String buyer) {
        return firms.actingFor(seller, this::offer)
                .flatMap(lot -> firms.actingFor(
                        buyer,
                        (owner, firm) -> negotiate
                                .buy(
                                        owner,
                                        firm,
                                        lot.id(),
                                        lot.termsVersion(),
                                        lot.terms().quantity())
                                .delayUntil(deal -> sign(owner, firm, deal))))
                .delayUntil(deal -> firms.actingFor(seller, (owner, firm) -> sign(owner, firm, deal)));
    }

    private Mono<Lot> offer(AccountId owner, OrganisationId firm) {
        var steel = Scrap.steel("重型废钢 统料", TONNES, TONNES, YUAN);
        return keepStock.receive(owner, firm, steel.receipt()).then(offerLot.offer(owner, firm, steel.terms()));
    }

    private Mono<Deal> sign(AccountId owner, OrganisationId firm, Deal deal) {
        return signContract.sign(owner, deal.id(), firm, deal.contractHash(), People.PASSWORD);
    }
}
