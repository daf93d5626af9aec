package io.xunshi.platform.order.usecase;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.AuditedTrades;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.ShortCode;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.storage.ExtensionRepository;
import io.xunshi.platform.order.storage.RentalRepository;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rentals for those who check them. */
@Component
class AuditedRentals implements AuditedTrades {
    private final RentalRepository rentals;
    private final ExtensionRepository extensions;

    AuditedRentals(RentalRepository rentals, ExtensionRepository extensions) {
        this.rentals = rentals;
        this.extensions = extensions;
    }

    @Override
    public TradeKind kind() {
        return TradeKind.RENTAL;
    }

    @Override
    public Mono<AuditedTrade> find(UUID id) {
        return rentals.find(new RentalId(id)).map(AuditedRentals::audited);
    }

    @Override
    public Mono<AuditedTrade> findByCode(String code) {
        return rentals.findByCode(ShortCode.normalize(code)).map(AuditedRentals::audited);
    }

    @Override
    public Flux<AuditedTrade> findOf(AccountId person, int limit) {
        return rentals.findOf(person, limit).map(AuditedRentals::audited);
    }

    @Override
    public Flux<AuditedTrade> findOfListing(UUID listingId, int limit) {
        return rentals.findOfListing(listingId, limit).map(AuditedRentals::audited);
    }

    @Override
    public Flux<AuditedTrade> findNewest(int limit) {
        return rentals.findNewest(limit).map(AuditedRentals::audited);
    }

    @Override
    public Flux<Step> stepsOf(UUID id) {
        return rentals.stepsOf(new RentalId(id))
                .map(step ->
                        new Step(step.state().name(), step.at(), step.cause().name(), step.reason()));
    }

    @Override
    public Flux<UUID> ledgerIdsOf(UUID id) {
        return extensions.idsOf(new RentalId(id)).startWith(id);
    }

    private static AuditedTrade audited(Rental rental) {
        var promised = rental.snapshot();
        return new AuditedTrade(
                rental.id().value(),
                rental.code(),
                TradeKind.RENTAL,
                rental.state().name(),
                List.of(new Party(rental.tenant(), Role.TENANT), new Party(rental.owner(), Role.OWNER)),
                List.of(new Good(
                        rental.listingId(), promised.title(), promised.districtCode(), rental.rent(), promised.hash())),
                rental.placedAt());
    }
}
