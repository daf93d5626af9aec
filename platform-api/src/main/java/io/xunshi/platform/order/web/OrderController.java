package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.usecase.ChangeOrder;
import io.xunshi.platform.order.usecase.FindOrders;
import io.xunshi.platform.order.usecase.PlaceOrder;
import io.xunshi.platform.order.usecase.QuoteDelivery;
import io.xunshi.platform.order.usecase.ShipOrder;
import io.xunshi.platform.shipping.AddressId;
import io.xunshi.platform.shipping.ShippingLabel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
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

/** Purchases, for their two sides. */
@RestController
@RequestMapping("/api/v1")
class OrderController {
    private final PlaceOrder placeOrder;
    private final ChangeOrder changeOrder;
    private final FindOrders findOrders;
    private final ShipOrder shipOrder;
    private final QuoteDelivery quoteDelivery;

    OrderController(
            PlaceOrder placeOrder,
            ChangeOrder changeOrder,
            FindOrders findOrders,
            ShipOrder shipOrder,
            QuoteDelivery quoteDelivery) {
        this.placeOrder = placeOrder;
        this.changeOrder = changeOrder;
        this.findOrders = findOrders;
        this.shipOrder = shipOrder;
        this.quoteDelivery = quoteDelivery;
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<OrderResponse> place(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody PlaceRequest request) {
        var to = request.addressId();
        return shown(
                who,
                placeOrder.place(
                        who.id(),
                        new ListingId(request.listingId()),
                        Objects.requireNonNullElse(request.pieces(), 1),
                        to == null ? null : new AddressId(to)));
    }

    @GetMapping("/orders/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findOrders.find(who.id(), new OrderId(id)).map(whole -> OrderResponse.of(whole, who.id()));
    }

    @GetMapping("/my/orders")
    @Access(Caller.SIGNED_IN)
    Mono<Page<OrderResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "BUYER") Side side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        var after = Cursor.decode(cursor);
        var page = switch (side) {
            case BUYER -> findOrders.findBought(who.id(), after, limit);
            case SELLER -> findOrders.findSold(who.id(), after, limit);
        };
        return page.map(found -> found.map(whole -> OrderResponse.of(whole, who.id())));
    }

    @PostMapping("/orders/{id}/payment")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> retryPayment(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeOrder.retryPayment(who.id(), new OrderId(id)));
    }

    @PostMapping("/orders/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReasonRequest request) {
        return shown(who, changeOrder.cancel(who.id(), new OrderId(id), request.reason()));
    }

    /** With the buyer's code the purchase is complete; without it, the seller only says so. */
    @PostMapping("/orders/{id}/handover")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> handOver(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody HandoverRequest request) {
        var code = request.pickupCode();
        return shown(
                who,
                code == null
                        ? changeOrder.claimHandOver(who.id(), new OrderId(id))
                        : changeOrder.handOverWithCode(who.id(), new OrderId(id), code));
    }

    @PostMapping("/orders/{id}/receipt-confirmation")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> confirmReceipt(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeOrder.confirmReceipt(who.id(), new OrderId(id)));
    }

    /** The buyer of a registered vehicle says that it stands in their name. */
    @PostMapping("/orders/{id}/transfer-confirmation")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> confirmTransfer(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeOrder.confirmTransfer(who.id(), new OrderId(id)));
    }

    @PostMapping("/orders/{id}/handover-objection")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> object(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReasonRequest request) {
        return shown(who, changeOrder.object(who.id(), new OrderId(id), request.reason()));
    }

    /** What the listing costs when it is sent to a province, all in. */
    @GetMapping("/listings/{id}/delivery-quote")
    @Access(Caller.PUBLIC)
    Mono<DeliveryQuoteResponse> quoteDelivery(
            @PathVariable UUID id,
            @RequestParam @Pattern(regexp = "[0-9]{2}") String province,
            @RequestParam(defaultValue = "1") @Min(1) @Max(999) int pieces) {
        return quoteDelivery.quote(new ListingId(id), pieces, province).map(DeliveryQuoteResponse::of);
    }

    /** The seller asks for a waybill; asking again is harmless. Without the carrier's answer the order waits for it. */
    @PostMapping("/orders/{id}/label")
    @Access(Caller.SIGNED_IN)
    Mono<OrderResponse> askForLabel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody LabelRequest request) {
        return shown(who, shipOrder.askForLabel(who.id(), new OrderId(id), new AddressId(request.fromAddressId())));
    }

    /** What the seller prints; only until the carrier has the parcel. */
    @GetMapping("/orders/{id}/label")
    @Access(Caller.SIGNED_IN)
    Mono<ShippingLabel> label(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shipOrder.label(who.id(), new OrderId(id));
    }

    private Mono<OrderResponse> shown(SignedIn who, Mono<Order> changed) {
        AccountId reader = who.id();
        return changed.flatMap(findOrders::whole).map(whole -> OrderResponse.of(whole, reader));
    }

    /**
     * @param pieces how many of a stock; one where it is left out
     * @param addressId where it is sent; left out where the goods change hands in person
     */
    record PlaceRequest(
            @NotNull UUID listingId,
            @Nullable @Min(1) @Max(999) Integer pieces,
            @Nullable UUID addressId) {}

    /** @param fromAddressId the seller's own */
    record LabelRequest(@NotNull UUID fromAddressId) {}

    record ReasonRequest(@NotBlank @Size(max = 200) String reason) {}

    record HandoverRequest(@Nullable @Size(max = 10) String pickupCode) {}
}
