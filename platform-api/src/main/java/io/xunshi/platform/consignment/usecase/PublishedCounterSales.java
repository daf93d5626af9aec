package io.xunshi.platform.consignment.usecase;

import io.xunshi.platform.consignment.CounterSales;
import io.xunshi.platform.consignment.storage.TillRepository;
import io.xunshi.platform.kernel.ShortCode;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers observers. */
@Component
class PublishedCounterSales implements CounterSales {
    private final TillRepository tills;

    PublishedCounterSales(TillRepository tills) {
        this.tills = tills;
    }

    @Override
    public Mono<UUID> findByCode(String code) {
        return tills.findSaleByCode(ShortCode.normalize(code));
    }
}
