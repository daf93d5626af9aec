package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.CounterSale;
import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.usecase.FindConsignments;
import io.xunshi.platform.consignment.usecase.FindPoints;
import io.xunshi.platform.consignment.usecase.KeepTill;
import io.xunshi.platform.consignment.usecase.SellAtCounter;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
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

/** The counter of the point that the operator works at: labels, cash sales, handovers, and the drawer. */
@RestController
@RequestMapping("/api/v1/my/point")
class CounterController {
    private final FindPoints findPoints;
    private final FindConsignments findConsignments;
    private final SellAtCounter sellAtCounter;
    private final KeepTill keepTill;

    CounterController(
            FindPoints findPoints, FindConsignments findConsignments, SellAtCounter sellAtCounter, KeepTill keepTill) {
        this.findPoints = findPoints;
        this.findConsignments = findConsignments;
        this.sellAtCounter = sellAtCounter;
        this.keepTill = keepTill;
    }

    @GetMapping
    @Access(Caller.POINT_OPERATOR)
    Mono<PointResponse> point(@AuthenticationPrincipal SignedIn who) {
        return findPoints.ofOperator(who.id()).map(PointResponse::of);
    }

    /** The thing that a label belongs to. */
    @GetMapping("/labels/{code}")
    @Access(Caller.POINT_OPERATOR)
    Mono<ItemResponse> label(@AuthenticationPrincipal SignedIn who, @PathVariable String code) {
        return findConsignments.byLabel(who.id(), code).map(ItemResponse::of);
    }

    @PostMapping("/counter-sales")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<SaleResponse> sell(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody SaleRequest request) {
        return sellAtCounter
                .sell(who.id(), request.id(), request.itemCode(), request.price(), request.received())
                .map(SaleResponse::of);
    }

    @GetMapping("/counter-sales/{id}")
    @Access(Caller.POINT_OPERATOR)
    Mono<SaleResponse> sale(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return sellAtCounter.find(who.id(), id).map(SaleResponse::of);
    }

    /** What was bought online, against the buyer's pickup code. */
    @PostMapping("/handovers")
    @Access(Caller.POINT_OPERATOR)
    Mono<HandedOverResponse> handOver(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody HandOverRequest request) {
        return sellAtCounter
                .handOver(who.id(), request.itemCode(), request.pickupCode())
                .map(order -> new HandedOverResponse(order.code()));
    }

    @PostMapping("/shifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<ShiftResponse> openShift(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody CountRequest request) {
        return keepTill.open(who.id(), request.counted()).map(ShiftResponse::of);
    }

    @GetMapping("/shifts")
    @Access(Caller.POINT_OPERATOR)
    Mono<Page<ShiftResponse>> shifts(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return keepTill.shifts(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(ShiftResponse::of));
    }

    /** The open one. */
    @GetMapping("/shift")
    @Access(Caller.POINT_OPERATOR)
    Mono<ShiftResponse> shift(@AuthenticationPrincipal SignedIn who) {
        return keepTill.current(who.id()).map(ShiftResponse::of);
    }

    /** The point's own money into the drawer, or out of it. */
    @PostMapping("/shift/movements")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<ShiftResponse> move(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody MovementRequest request) {
        return keepTill.moveOwn(who.id(), request.kind(), request.amount(), request.note())
                .map(ShiftResponse::of);
    }

    @PostMapping("/shift/closing")
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<ShiftResponse> closeShift(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ClosingRequest request) {
        return keepTill.close(who.id(), request.counted(), Objects.requireNonNullElse(request.note(), ""))
                .map(ShiftResponse::of);
    }

    /**
     * @param id a new one of the till's, under which a sale whose answer was lost can be sent again as an offline sale
     * @param price what the till shows; refused where it is no longer the price
     * @param received what the buyer gave
     */
    record SaleRequest(
            @Nullable UUID id,
            @NotBlank @Size(max = 40) String itemCode,
            @NotNull Money price,
            @NotNull Money received) {}

    record HandOverRequest(
            @NotBlank @Size(max = 40) String itemCode,
            @NotBlank @Size(max = 10) String pickupCode) {}

    record HandedOverResponse(String orderCode) {}

    record CountRequest(@NotNull Money counted) {}

    /** @param kind PUT_IN or TAKE_OUT */
    record MovementRequest(
            @NotNull DrawerMovement.Kind kind,
            @NotNull Money amount,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.LINE)
            String note) {}

    /** @param note explains a difference */
    record ClosingRequest(
            @NotNull Money counted,

            @Nullable @Size(max = 300) @Pattern(regexp = PlainText.LINES)
            String note) {}

    /** @param code what the receipt says, <code>C…</code> */
    record SaleResponse(
            UUID id,
            String code,
            UUID itemId,
            String itemCode,
            String title,
            Money price,
            Money received,
            Money change,
            Instant at) {

        static SaleResponse of(CounterSale sale) {
            return new SaleResponse(
                    sale.id(),
                    sale.code(),
                    sale.itemId(),
                    sale.itemCode(),
                    sale.title(),
                    sale.price(),
                    sale.received(),
                    sale.change(),
                    sale.at());
        }
    }
}
