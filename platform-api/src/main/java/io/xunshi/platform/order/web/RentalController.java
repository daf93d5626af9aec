package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.order.RentalId;
import io.xunshi.platform.order.RentalPhase;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.domain.Rental;
import io.xunshi.platform.order.usecase.ChangeRental;
import io.xunshi.platform.order.usecase.ExtendRental;
import io.xunshi.platform.order.usecase.FindRentals;
import io.xunshi.platform.order.usecase.PlaceRental;
import io.xunshi.platform.order.usecase.QuoteRental;
import io.xunshi.platform.order.usecase.QuoteRental.Quote;
import io.xunshi.platform.order.usecase.SettleRental;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** Rentals, for their two sides; what one would cost, for everybody. */
@RestController
@RequestMapping("/api/v1")
class RentalController {
    private final QuoteRental quoteRental;
    private final PlaceRental placeRental;
    private final ChangeRental changeRental;
    private final ExtendRental extendRental;
    private final SettleRental settleRental;
    private final FindRentals findRentals;

    RentalController(
            QuoteRental quoteRental,
            PlaceRental placeRental,
            ChangeRental changeRental,
            ExtendRental extendRental,
            SettleRental settleRental,
            FindRentals findRentals) {
        this.quoteRental = quoteRental;
        this.placeRental = placeRental;
        this.changeRental = changeRental;
        this.extendRental = extendRental;
        this.settleRental = settleRental;
        this.findRentals = findRentals;
    }

    @GetMapping("/listings/{id}/rental-quote")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<QuoteResponse> quote(
            @PathVariable UUID id, @RequestParam LocalDate firstDay, @RequestParam LocalDate lastDay) {
        return quoteRental.quote(new ListingId(id), firstDay, lastDay).map(QuoteResponse::of);
    }

    @PostMapping("/rentals")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<RentalResponse> place(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody RentRequest request) {
        return shown(
                who,
                placeRental.place(who.id(), new ListingId(request.listingId()), request.firstDay(), request.lastDay()));
    }

    @GetMapping("/rentals/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findRentals.find(who.id(), new RentalId(id)).map(whole -> RentalResponse.of(whole, who.id()));
    }

    @GetMapping("/my/rentals")
    @Access(Caller.SIGNED_IN)
    Mono<Page<RentalResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "TENANT") RentalSide side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findRentals
                .findOf(who.id(), side, Cursor.decode(cursor), limit)
                .map(page -> page.map(whole -> RentalResponse.of(whole, who.id())));
    }

    @PostMapping("/rentals/{id}/payment")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> retryPayment(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeRental.retryPayment(who.id(), new RentalId(id)));
    }

    @PostMapping("/rentals/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody WordsRequest request) {
        return shown(who, changeRental.cancel(who.id(), new RentalId(id), request.words()));
    }

    @PostMapping("/rentals/{id}/condition-records")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<RentalResponse> recordCondition(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ConditionRequest request) {
        return shown(
                who,
                changeRental.recordCondition(
                        who.id(),
                        new RentalId(id),
                        request.phase(),
                        photos(request.photoIds()),
                        Objects.requireNonNullElse(request.note(), "")));
    }

    /** The owner, with the tenant's pickup code. */
    @PostMapping("/rentals/{id}/handover")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> handOver(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CodeRequest request) {
        return shown(who, changeRental.handOver(who.id(), new RentalId(id), request.code()));
    }

    /** The tenant, with the owner's return code. */
    @PostMapping("/rentals/{id}/return")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> giveBack(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CodeRequest request) {
        return shown(who, changeRental.giveBack(who.id(), new RentalId(id), request.code()));
    }

    /** The owner, who needs no code to say that the thing is back. */
    @PostMapping("/rentals/{id}/return-confirmation")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> takeBack(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeRental.takeBack(who.id(), new RentalId(id)));
    }

    /** The days are held until the owner has answered and the tenant has paid. */
    @PostMapping("/rentals/{id}/extension")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    @NewBusiness
    Mono<RentalResponse> askExtension(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody ExtensionRequest request) {
        return shown(who, extendRental.ask(who.id(), new RentalId(id), request.lastDay()));
    }

    @PostMapping("/rentals/{id}/extension/consent")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> consentExtension(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, extendRental.consent(who.id(), new RentalId(id)));
    }

    @PostMapping("/rentals/{id}/extension/refusal")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> refuseExtension(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, extendRental.refuse(who.id(), new RentalId(id)));
    }

    /** The owner wants nothing of the deposit. */
    @PostMapping("/rentals/{id}/approval")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> approve(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, settleRental.approve(who.id(), new RentalId(id)));
    }

    @PostMapping("/rentals/{id}/damage-claim")
    @Access(Caller.SIGNED_IN)
    @RequireIdempotencyKey
    Mono<RentalResponse> claim(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ClaimRequest request) {
        return shown(
                who,
                settleRental.claim(
                        who.id(), new RentalId(id), request.amount(), request.words(), photos(request.photoIds())));
    }

    @PostMapping("/rentals/{id}/damage-claim/acceptance")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, settleRental.accept(who.id(), new RentalId(id)));
    }

    @PostMapping("/rentals/{id}/damage-claim/contest")
    @Access(Caller.SIGNED_IN)
    Mono<RentalResponse> contest(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody WordsRequest request) {
        return shown(who, settleRental.contest(who.id(), new RentalId(id), request.words()));
    }

    private Mono<RentalResponse> shown(SignedIn who, Mono<Rental> changed) {
        return changed.flatMap(findRentals::whole).map(whole -> RentalResponse.of(whole, who.id()));
    }

    private static List<PhotoId> photos(List<UUID> ids) {
        return ids.stream().distinct().map(PhotoId::new).toList();
    }

    record RentRequest(
            @NotNull UUID listingId,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay) {}

    record ExtensionRequest(@NotNull LocalDate lastDay) {}

    record WordsRequest(@NotBlank @Size(max = 1000) String words) {}

    record CodeRequest(@NotBlank @Size(max = 10) String code) {}

    /** @param note what a picture does not show */
    record ConditionRequest(
            @NotNull RentalPhase phase,
            @NotNull @Size(min = 1, max = 6) List<@NotNull UUID> photoIds,
            @Nullable @Size(max = 500) String note) {}

    /** @param amount out of the deposit */
    record ClaimRequest(
            @NotNull Money amount,
            @NotBlank @Size(max = 1000) String words,
            @NotNull @Size(min = 1, max = 6) List<@NotNull UUID> photoIds) {}

    /**
     * @param total rent and deposit: what is paid
     * @param isFree whether the days could be had at the moment of asking
     */
    record QuoteResponse(
            LocalDate firstDay, LocalDate lastDay, int days, Money rent, Money deposit, Money total, boolean isFree) {

        static QuoteResponse of(Quote quote) {
            return new QuoteResponse(
                    quote.firstDay(),
                    quote.lastDay(),
                    quote.days(),
                    quote.rent(),
                    quote.deposit(),
                    quote.total(),
                    quote.isFree());
        }
    }
}
