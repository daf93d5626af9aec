package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.ConsignedItem;
import io.xunshi.platform.consignment.domain.ItemState;
import io.xunshi.platform.consignment.domain.ShelfPlace;
import io.xunshi.platform.consignment.usecase.EndConsignment;
import io.xunshi.platform.consignment.usecase.FindConsignments;
import io.xunshi.platform.consignment.usecase.FindConsignments.Sought;
import io.xunshi.platform.consignment.usecase.Settle;
import io.xunshi.platform.consignment.usecase.TakeIn;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Intake, shelf and settlement of the point that the operator works at. */
@RestController
@RequestMapping("/api/v1/my/point")
class ShelfController {
    private final TakeIn takeIn;
    private final FindConsignments findConsignments;
    private final EndConsignment endConsignment;
    private final Settle settle;

    ShelfController(TakeIn takeIn, FindConsignments findConsignments, EndConsignment endConsignment, Settle settle) {
        this.takeIn = takeIn;
        this.findConsignments = findConsignments;
        this.endConsignment = endConsignment;
        this.settle = settle;
    }

    /** Limited, because it tells whether a phone number has an account. */
    @PostMapping("/agreements")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    @Limited("intakes")
    @RequireIdempotencyKey
    Mono<AgreementResponse> takeIn(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody IntakeRequest request) {
        return takeIn.takeIn(who.id(), request.intake())
                .flatMap(findConsignments::whole)
                .map(AgreementResponse::of);
    }

    @GetMapping("/agreements")
    @Access(Caller.POINT_OPERATOR)
    Mono<Page<AgreementResponse>> agreements(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findConsignments
                .agreementsAt(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(AgreementResponse::of));
    }

    @GetMapping("/agreements/{id}")
    @Access(Caller.POINT_OPERATOR)
    Mono<AgreementResponse> agreement(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findConsignments.agreementAt(who.id(), id).map(AgreementResponse::of);
    }

    @GetMapping("/items")
    @Access(Caller.POINT_OPERATOR)
    Mono<Page<ItemResponse>> items(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable ItemState state,
            @RequestParam(required = false) @Size(max = 40) @Pattern(regexp = PlainText.LINE) @Nullable String shelf,
            @RequestParam(required = false) @Size(max = 60) @Pattern(regexp = PlainText.LINE) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findConsignments
                .shelfOf(who.id(), new Sought(state, shelf, q), Cursor.decode(cursor), limit)
                .map(page -> page.map(ItemResponse::of));
    }

    /** What stands where. */
    @GetMapping("/places")
    @Access(Caller.POINT_OPERATOR)
    Mono<PlacesResponse> places(@AuthenticationPrincipal SignedIn who) {
        return findConsignments
                .placesOf(who.id())
                .map(places -> new PlacesResponse(
                        places.stream().map(PlaceResponse::of).toList()));
    }

    @PutMapping("/items/{id}/shelf")
    @Access(Caller.POINT_OPERATOR)
    Mono<ItemResponse> putOnShelf(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody PlaceRequest request) {
        return shown(endConsignment.putOnShelf(who.id(), id, request.shelf()));
    }

    /** Back to whoever brings the paper. */
    @PostMapping("/items/{id}/return")
    @Access(Caller.POINT_OPERATOR)
    Mono<ItemResponse> giveBack(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @Valid @RequestBody PaperCodeRequest request) {
        return shown(endConsignment.giveBack(who.id(), id, request.paperCode()));
    }

    /** Donates or recycles it, as its owner chose at the intake. */
    @PostMapping("/items/{id}/disposal")
    @Access(Caller.POINT_OPERATOR)
    Mono<ItemResponse> dispose(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(endConsignment.dispose(who.id(), id));
    }

    /** Pays in cash what is owed under an agreement, to whoever brings the paper. */
    @PostMapping("/settlements")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.POINT_OPERATOR)
    @RequireIdempotencyKey
    Mono<StatementResponse> settle(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody PaperCodeRequest request) {
        return settle.inCash(who.id(), request.paperCode()).map(StatementResponse::of);
    }

    @GetMapping("/settlements/{id}")
    @Access(Caller.POINT_OPERATOR)
    Mono<StatementResponse> statement(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findConsignments.statementAt(who.id(), id).map(StatementResponse::of);
    }

    private Mono<ItemResponse> shown(Mono<ConsignedItem> changed) {
        return changed.flatMap(findConsignments::shown).map(ItemResponse::of);
    }

    record PlacesResponse(List<PlaceResponse> places) {

        PlacesResponse {
            places = List.copyOf(places);
        }
    }

    /**
     * @param name in the point's own words
     * @param things that take room there
     * @param longestSince when the one was taken in that stands there longest
     */
    record PlaceResponse(String name, int things, Money appraised, Instant longestSince) {

        static PlaceResponse of(ShelfPlace place) {
            return new PlaceResponse(place.name(), place.things(), place.appraised(), place.longestSince());
        }
    }

    record PlaceRequest(
            @NotBlank @Size(max = 40) @Pattern(regexp = PlainText.LINE)
            String shelf) {}

    record PaperCodeRequest(@NotBlank @Size(max = 40) String paperCode) {}
}
