package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.BundleId;
import io.xunshi.platform.order.domain.Bundle;
import io.xunshi.platform.order.usecase.ChangeBundle;
import io.xunshi.platform.order.usecase.FindBundles;
import io.xunshi.platform.order.usecase.PlaceBundle;
import io.xunshi.platform.order.usecase.QuoteBundle;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.ShippingLabel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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
import reactor.core.publisher.Mono;

/** Things of one seller that are bought together. */
@RestController
@RequestMapping("/api/v1")
class BundleController {
    private final QuoteBundle quoteBundle;
    private final PlaceBundle placeBundle;
    private final FindBundles findBundles;
    private final ChangeBundle changeBundle;

    BundleController(
            QuoteBundle quoteBundle, PlaceBundle placeBundle, FindBundles findBundles, ChangeBundle changeBundle) {
        this.quoteBundle = quoteBundle;
        this.placeBundle = placeBundle;
        this.findBundles = findBundles;
        this.changeBundle = changeBundle;
    }

    /** What they cost together, thing by thing; with a province also what sending all of them in one parcel costs. */
    @GetMapping("/bundle-quote")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<BundleQuoteResponse> quote(
            @RequestParam("listing") @Size(min = 1, max = Bundle.THINGS_MAX) List<UUID> listing,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{2}") String province) {
        return quoteBundle
                .quote(listing.stream().map(ListingId::new).toList(), province)
                .map(BundleQuoteResponse::of);
    }

    @PostMapping("/bundles")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<BundleResponse> place(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody PlaceBundleRequest request) {
        var to = request.addressId();
        return placeBundle
                .place(
                        who.id(),
                        request.listingIds().stream().map(ListingId::new).toList(),
                        to == null ? null : new AddressId(to))
                .flatMap(id -> read(who, id.value()));
    }

    @GetMapping("/bundles/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findBundles.find(who.id(), new BundleId(id)).map(whole -> BundleResponse.of(whole, who.id()));
    }

    @PostMapping("/bundles/{id}/payment")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> retryPayment(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, id, changeBundle.retryPayment(who.id(), new BundleId(id)));
    }

    /** Calls off all that can be called off; single orders of a paid bundle are called off by themselves. */
    @PostMapping("/bundles/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> cancel(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody BundleReasonRequest request) {
        return shown(who, id, changeBundle.cancel(who.id(), new BundleId(id), request.reason()));
    }

    /** With the buyer's code all of it is complete; without it, the seller only says so. */
    @PostMapping("/bundles/{id}/handover")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> handOver(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody BundleHandoverRequest request) {
        var code = request.pickupCode();
        var bundle = new BundleId(id);
        return shown(
                who,
                id,
                code == null
                        ? changeBundle.claimHandOver(who.id(), bundle)
                        : changeBundle.handOverWithCode(who.id(), bundle, code));
    }

    @PostMapping("/bundles/{id}/receipt-confirmation")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> confirmReceipt(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, id, changeBundle.confirmReceipt(who.id(), new BundleId(id)));
    }

    /** The seller asks for one waybill for all of it; asking again is harmless. */
    @PostMapping("/bundles/{id}/label")
    @Access(Caller.SIGNED_IN)
    Mono<BundleResponse> askForLabel(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody BundleLabelRequest request) {
        return shown(
                who, id, changeBundle.askForLabel(who.id(), new BundleId(id), new AddressId(request.fromAddressId())));
    }

    /** What the seller prints; only until the carrier has the parcel. */
    @GetMapping("/bundles/{id}/label")
    @Access(Caller.SIGNED_IN)
    Mono<ShippingLabel> label(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return changeBundle.label(who.id(), new BundleId(id));
    }

    private Mono<BundleResponse> shown(SignedIn who, UUID id, Mono<Void> changed) {
        return changed.then(Mono.defer(() -> read(who, id)));
    }

    /**
     * @param listingIds of one seller; of a stock one piece is bought
     * @param addressId where all of it is sent; left out where the goods change hands in person
     */
    record PlaceBundleRequest(
            @NotNull @Size(min = 1, max = Bundle.THINGS_MAX) List<@NotNull UUID> listingIds,
            @Nullable UUID addressId) {}

    record BundleReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    record BundleHandoverRequest(@Nullable @Size(max = 10) String pickupCode) {}

    /** @param fromAddressId the seller's own */
    record BundleLabelRequest(@NotNull UUID fromAddressId) {}
}
