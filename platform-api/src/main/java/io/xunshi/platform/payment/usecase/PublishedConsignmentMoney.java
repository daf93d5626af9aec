package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.ConsignmentMoney;
import io.xunshi.platform.payment.domain.ConsignmentEntries;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.LedgerAccount.CashDrawer;
import io.xunshi.platform.payment.domain.LedgerAccount.ConsignorPayable;
import io.xunshi.platform.payment.storage.LedgerRepository;
import io.xunshi.platform.payment.storage.TrusteeRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Posts what happens at consignment points, in the transaction of what happens. */
@Component
class PublishedConsignmentMoney implements ConsignmentMoney {
    private final LedgerRepository ledger;
    private final TrusteeRepository trustees;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedConsignmentMoney(LedgerRepository ledger, TrusteeRepository trustees, IdGenerator ids, Clock clock) {
        this.ledger = ledger;
        this.trustees = trustees;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> holdProceedsOf(AccountId shop) {
        return trustees.add(shop, clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> divideProceeds(UUID orderId, AccountId shop, Division division) {
        return post(ConsignmentEntries.divideProceeds(orderId, shop, division));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> releaseProceeds(UUID orderId, AccountId shop, Money amount) {
        return post(ConsignmentEntries.releaseProceeds(orderId, shop, amount));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> sellForCash(UUID saleId, Division division) {
        return post(ConsignmentEntries.cashSale(saleId, division));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> payInCash(UUID settlementId, UUID point, UUID agreement, Money amount) {
        return post(ConsignmentEntries.cashPayout(settlementId, point, agreement, amount));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> payToBalance(UUID settlementId, UUID agreement, AccountId consignor, Money amount) {
        return post(ConsignmentEntries.payoutToBalance(settlementId, agreement, consignor, amount));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> moveOwnCash(UUID movementId, UUID point, Money amount) {
        return post(ConsignmentEntries.ownCash(movementId, point, amount));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> postDifference(UUID shiftId, UUID point, Money difference) {
        return post(ConsignmentEntries.cashDifference(shiftId, point, difference));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> compensate(UUID itemId, UUID point, UUID agreement, Money amount) {
        return post(ConsignmentEntries.compensation(itemId, point, agreement, amount));
    }

    @Override
    public Mono<Money> owedUnder(UUID agreement) {
        return ledger.heldBalance(new ConsignorPayable(agreement));
    }

    @Override
    public Mono<Money> inDrawerOf(UUID point) {
        return ledger.sumOf(new CashDrawer(point)).map(Money::negated);
    }

    private Mono<Void> post(JournalEntry entry) {
        return ledger.post(ids.next(), entry, clock.instant()).then();
    }
}
