package io.xunshi.platform.order.usecase;

import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.RentalFacts;
import io.xunshi.platform.order.Rentals;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.storage.RentalRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers observers. */
@Component
class PublishedRentals implements Rentals {
    private final RentalRepository rentals;

    PublishedRentals(RentalRepository rentals) {
        this.rentals = rentals;
    }

    @Override
    public Mono<RentalFacts> findByCode(String code) {
        return rentals.findByCode(ShortCode.normalize(code)).map(Rental::facts);
    }
}
