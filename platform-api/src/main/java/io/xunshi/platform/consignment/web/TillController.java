package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.Lease;
import io.xunshi.platform.consignment.domain.OfflineSale;
import io.xunshi.platform.consignment.domain.OfflineSale.Outcome;
import io.xunshi.platform.consignment.usecase.FindConsignments;
import io.xunshi.platform.consignment.usecase.FindConsignments.ShelfItem;
import io.xunshi.platform.consignment.usecase.LeaseItems;
import io.xunshi.platform.consignment.usecase.ReconcileTill;
import io.xunshi.platform.consignment.usecase.ReconcileTill.SoldOffline;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a counter needs to sell on while it has no connection, and to come to terms afterwards. */
@RestController
@RequestMapping("/api/v1/my/point")
class TillController {
    private final FindConsignments findConsignments;
    private final LeaseItems leaseItems;
    private final ReconcileTill reconcileTill;
    private final Clock clock;

    TillController(FindConsignments findConsignments, LeaseItems leaseItems, ReconcileTill reconcileTill, Clock clock) {
        this.findConsignments = findConsignments;
        this.leaseItems = leaseItems;
        this.reconcileTill = reconcileTill;
        this.clock = clock;
    }

    /** Everything that is on sale at the point, for a till to keep. */
    @GetMapping("/shelf-copy")
    @Access(Caller.POINT_OPERATOR)
    Mono<ShelfCopyResponse> shelfCopy(@AuthenticationPrincipal SignedIn who) {
        return findConsignments
                .onSaleAt(who.id())
                .map(shelf -> new ShelfCopyResponse(
                        shelf.point().id().value(),
                        clock.instant(),
                        shelf.items().stream().map(CopiedItem::of).toList()));
    }

    /**
     * Nobody can buy online what a buyer has in hand at the counter, for minutes; asked again, the time begins anew.
     */
    @PutMapping("/leases/{code}")
    @Access(Caller.POINT_OPERATOR)
    Mono<LeaseResponse> lease(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return leaseItems.lease(who.id(), code).map(LeaseResponse::of);
    }

    /** The thing goes back to its shelf. */
    @DeleteMapping("/leases/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.POINT_OPERATOR)
    Mono<Void> letGo(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return leaseItems.letGo(who.id(), code);
    }

    /** Books a cash sale that was made without a connection; may be sent as often as needed. */
    @PutMapping("/offline-sales/{id}")
    @Access(Caller.POINT_OPERATOR)
    Mono<OfflineSaleResponse> book(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody OfflineSaleRequest request) {
        return reconcileTill.book(who.id(), id, request.sold()).map(OfflineSaleResponse::of);
    }

    /** What became of them, last booked first. */
    @GetMapping("/offline-sales")
    @Access(Caller.POINT_OPERATOR)
    Mono<Page<OfflineSaleResponse>> offlineSales(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return reconcileTill
                .find(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(OfflineSaleResponse::of));
    }

    /** @param asOf when it was true */
    record ShelfCopyResponse(UUID pointId, Instant asOf, List<CopiedItem> items) {

        ShelfCopyResponse {
            items = List.copyOf(items);
        }
    }

    /**
     * @param edition grows with every change of the offer
     * @param promised whether an online buyer has it held: only their pickup code takes it away
     */
    record CopiedItem(String code, String title, Money price, long edition, boolean promised, String shelf) {

        static CopiedItem of(ShelfItem shown) {
            var item = shown.item();
            var offer = shown.offer();
            return new CopiedItem(
                    item.code(),
                    item.title(),
                    shown.price(),
                    offer == null ? 0 : offer.version(),
                    shown.isPromised(),
                    item.shelf());
        }
    }

    record LeaseResponse(Instant until) {

        static LeaseResponse of(Lease lease) {
            return new LeaseResponse(lease.until());
        }
    }

    /**
     * @param price what the till showed
     * @param received what the buyer gave
     * @param soldAt by the till's clock
     * @param soldBy the account of who sold it; without it, whoever sends it
     */
    record OfflineSaleRequest(
            @NotBlank @Size(max = 40) String itemCode,
            @NotNull Money price,
            @NotNull Money received,
            @NotNull Instant soldAt,
            @Nullable UUID soldBy) {

        SoldOffline sold() {
            return new SoldOffline(itemCode, price, received, soldAt, soldBy);
        }
    }

    /** @param orderCode the online purchase that gave way; null unless one did */
    record OfflineSaleResponse(
            UUID id,
            String itemCode,
            String title,
            Money price,
            Money received,
            Money change,
            Instant soldAt,
            Instant bookedAt,
            Outcome outcome,
            @Nullable String orderCode) {

        static OfflineSaleResponse of(OfflineSale sale) {
            return new OfflineSaleResponse(
                    sale.id(),
                    sale.itemCode(),
                    sale.title(),
                    sale.price(),
                    sale.received(),
                    sale.received().minus(sale.price()),
                    sale.soldAt(),
                    sale.bookedAt(),
                    sale.outcome(),
                    sale.orderCode());
        }
    }
}
