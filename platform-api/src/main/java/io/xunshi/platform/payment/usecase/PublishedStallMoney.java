package io.xunshi.platform.payment.usecase;

import io.xunshi.platform.kernel.IdGenerator;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.payment.StallMoney;
import io.xunshi.platform.payment.domain.JournalEntry;
import io.xunshi.platform.payment.domain.StallEntries;
import io.xunshi.platform.payment.storage.LedgerRepository;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Posts what is sold at stalls, in the transaction of the sale. */
@Component
class PublishedStallMoney implements StallMoney {
    private final LedgerRepository ledger;
    private final IdGenerator ids;
    private final Clock clock;

    PublishedStallMoney(LedgerRepository ledger, IdGenerator ids, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> sell(UUID saleId, UUID stall, Means means, Money price) {
        return post(StallEntries.sale(saleId, stall, means, price));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Mono<Void> cancel(UUID saleId, UUID stall, Means means, Money price) {
        return post(StallEntries.cancellation(saleId, stall, means, price));
    }

    private Mono<Void> post(JournalEntry entry) {
        return ledger.post(ids.next(), entry, clock.instant()).then();
    }
}
