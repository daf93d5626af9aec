package io.xunshi.platform.order.usecase;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.order.domain.BundleDiscount;
import io.xunshi.platform.order.storage.BundleDiscountRepository;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Lets sellers decide what they take off for who buys several things at once. Everybody may know it. */
@Component
public class KeepBundleDiscount {
    private final BundleDiscountRepository discounts;
    private final Clock clock;

    KeepBundleDiscount(BundleDiscountRepository discounts, Clock clock) {
        this.discounts = discounts;
        this.clock = clock;
    }

    /** {@link BundleDiscount#NONE} for who never decided, or is not known. */
    public Mono<BundleDiscount> find(AccountId seller) {
        return discounts.find(seller);
    }

    /** What was bought before keeps its price. Refuses what is no discount, naming every fault. */
    @Transactional
    public Mono<BundleDiscount> put(AccountId seller, BundleDiscount wanted) {
        var faults = wanted.faults();
        if (!faults.isEmpty()) {
            return Mono.error(FieldFault.refuse(faults));
        }
        return (wanted.equals(BundleDiscount.NONE)
                        ? discounts.remove(seller)
                        : discounts.put(seller, wanted, clock.instant()))
                .thenReturn(wanted);
    }
}
