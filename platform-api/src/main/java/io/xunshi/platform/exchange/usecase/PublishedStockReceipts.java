package io.xunshi.platform.exchange.usecase;

import io.xunshi.platform.exchange.StockReceipts;
import io.xunshi.platform.exchange.domain.StockMovement;
import io.xunshi.platform.exchange.storage.StockRepository;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.organisation.OrganisationId;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What other modules ask about receipts. */
@Component
class PublishedStockReceipts implements StockReceipts {
    private final StockRepository stock;

    PublishedStockReceipts(StockRepository stock) {
        this.stock = stock;
    }

    @Override
    public Flux<ResidentReceipt> ofResidents(OrganisationId organisation, @Nullable Cursor after, int limit) {
        return stock.receiptsOfResidents(organisation, after, limit).map(PublishedStockReceipts::receipt);
    }

    @Override
    public Flux<ResidentReceipt> findAll(OrganisationId organisation, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : stock.receiptsOfResidents(organisation, ids).map(PublishedStockReceipts::receipt);
    }

    private static ResidentReceipt receipt(StockMovement movement) {
        return new ResidentReceipt(
                movement.id(),
                movement.organisation(),
                movement.materialCode(),
                movement.quantity(),
                movement.reference(),
                movement.happenedOn(),
                movement.enteredAt());
    }
}
