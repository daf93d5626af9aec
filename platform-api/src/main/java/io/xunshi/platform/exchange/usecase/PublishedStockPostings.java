package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.ExchangeProblem;
import io.xunshi.platform.exchange.Measure;
import io.xunshi.platform.exchange.StockPostings;
import io.xunshi.platform.exchange.domain.StockAccount;
import io.xunshi.platform.exchange.domain.StockMovement;
import io.xunshi.platform.exchange.domain.StockMovement.Kind;
import io.xunshi.platform.exchange.storage.StockRepository;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What other modules ask and enter about stock accounts. */
@Component
class PublishedStockPostings implements StockPostings {
    private final KeepStock keepStock;
    private final StockRepository stock;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedStockPostings(KeepStock keepStock, StockRepository stock, IdGenerator ids, Clock clock) {
        this.keepStock = keepStock;
        this.stock = stock;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<Void> receive(AccountId person, OrganisationId organisation, Receipt receipt) {
        return keepStock
                .receive(
                        person,
                        organisation,
                        new KeepStock.Receipt(
                                receipt.materialCode(),
                                receipt.quantity(),
                                receipt.source(),
                                receipt.reference(),
                                receipt.happenedOn()))
                .then();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> post(Posting posting) {
        return stock.open(posting.organisation(), posting.materialCode(), Measure.WEIGHT)
                .then(stock.move(posting.organisation(), posting.materialCode(), posting.grams()))
                .switchIfEmpty(Mono.defer(() -> refusal(posting)))
                .flatMap(account -> stock.add(movement(posting)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Long> lockOnHand(OrganisationId organisation, String materialCode) {
        return stock.lock(organisation, materialCode).map(StockAccount::onHand).defaultIfEmpty(0L);
    }

    @Override
    public Mono<Map<String, Long>> onHand(OrganisationId organisation) {
        return stock.accountsOf(organisation)
                .filter(account -> account.measure() == Measure.WEIGHT)
                .collectMap(StockAccount::materialCode, StockAccount::onHand);
    }

    private Mono<StockAccount> refusal(Posting posting) {
        return posting.grams() > 0
                ? Mono.error(ExchangeProblem.STOCK_FULL.raise())
                : keepStock.shortOf(posting.organisation(), posting.materialCode());
    }

    private StockMovement movement(Posting posting) {
        return new StockMovement(
                ids.next(),
                posting.organisation(),
                posting.materialCode(),
                switch (posting.reason()) {
                    case PROCESSING -> Kind.PROCESSING;
                    case CORRECTION -> Kind.CORRECTION;
                    case PURCHASE -> Kind.PURCHASE;
                },
                posting.grams(),
                null,
                posting.reference(),
                posting.happenedOn(),
                null,
                null,
                posting.person(),
                clock.instant());
    }
}
