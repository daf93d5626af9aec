package io.xunshi.platform.auction.web;

import io.xunshi.platform.auction.AuctionId;
import io.xunshi.platform.auction.usecase.FindSales;
import io.xunshi.platform.auction.usecase.OfferSale;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Auctions of lots: everybody reads them, sellers hold them. */
@RestController
@RequestMapping("/api/v1")
class AuctionController {
    private final OfferSale offerSale;
    private final FindSales findSales;
    private final Clock clock;

    AuctionController(OfferSale offerSale, FindSales findSales, Clock clock) {
        this.offerSale = offerSale;
        this.findSales = findSales;
        this.clock = clock;
    }

    /** A draft, which holds nothing and only its seller sees. */
    @PostMapping("/lots/{id}/auctions")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<AuctionResponse> draft(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DraftRequest request) {
        return offerSale
                .draft(who.id(), new LotId(id), request.plan(clock.instant()))
                .map(AuctionResponse::of);
    }

    /** From here on the lot is held and the terms stand. */
    @PostMapping("/auctions/{id}/publication")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    @NewBusiness
    Mono<AuctionResponse> publish(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return offerSale.publish(who.id(), new AuctionId(id)).map(AuctionResponse::of);
    }

    /** Before the opening. */
    @PostMapping("/auctions/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<AuctionResponse> cancel(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return offerSale.cancel(who.id(), new AuctionId(id)).map(AuctionResponse::of);
    }

    /** The seller takes the best bid though it is below the reserve. */
    @PostMapping("/auctions/{id}/acceptance")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<AuctionResponse> takeLess(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return offerSale.takeLess(who.id(), new AuctionId(id)).map(AuctionResponse::of);
    }

    /** The latest opening first. */
    @GetMapping("/auctions")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<AuctionResponse>> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSales.findPublic(Cursor.decode(cursor), limit).map(page -> page.map(AuctionResponse::of));
    }

    /** Of a lot, the latest opening first; not more than ten. */
    @GetMapping("/lots/{id}/auctions")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Flux<AuctionResponse> ofLot(@PathVariable UUID id) {
        return findSales.findOfLot(new LotId(id)).map(AuctionResponse::of);
    }

    /** An organisation's own, drafts among them. */
    @GetMapping("/organisations/{id}/auctions")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<Page<AuctionResponse>> own(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSales
                .findOf(who.id(), new OrganisationId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(AuctionResponse::of));
    }

    @GetMapping("/auctions/{id}")
    @Access(Caller.PUBLIC)
    Mono<AuctionResponse> read(@PathVariable UUID id) {
        return findSales.find(new AuctionId(id)).map(AuctionResponse::of);
    }

    /** Everything from which anybody can recompute the winner. */
    @GetMapping("/auctions/{id}/record")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<RecordResponse> record(@PathVariable UUID id) {
        return findSales.record(new AuctionId(id)).map(RecordResponse::of);
    }
}
