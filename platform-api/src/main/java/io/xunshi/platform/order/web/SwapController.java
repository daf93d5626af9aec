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
import io.xunshi.platform.order.SwapId;
import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.usecase.ChangeSwap;
import io.xunshi.platform.order.usecase.FindSwaps;
import io.xunshi.platform.order.usecase.ProposeSwap;
import io.xunshi.platform.order.usecase.ProposeSwap.Given;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Swaps, for those who take part. */
@RestController
@RequestMapping("/api/v1")
class SwapController {
    private final ProposeSwap proposeSwap;
    private final ChangeSwap changeSwap;
    private final FindSwaps findSwaps;

    SwapController(ProposeSwap proposeSwap, ChangeSwap changeSwap, FindSwaps findSwaps) {
        this.proposeSwap = proposeSwap;
        this.changeSwap = changeSwap;
        this.findSwaps = findSwaps;
    }

    @PostMapping("/swaps")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<SwapResponse> propose(@AuthenticationPrincipal SignedIn who, @Valid @RequestBody ProposalRequest request) {
        return shown(who, proposeSwap.propose(who.id(), request.given(), request.noteOrNone()));
    }

    @GetMapping("/swaps/{id}")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findSwaps.find(who.id(), new SwapId(id)).map(whole -> SwapResponse.of(whole, who.id()));
    }

    @GetMapping("/my/swaps")
    @Access(Caller.SIGNED_IN)
    Mono<Page<SwapResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findSwaps
                .findOf(who.id(), Cursor.decode(cursor), limit)
                .map(page -> page.map(whole -> SwapResponse.of(whole, who.id())));
    }

    /** Swaps between two or three that would suit everybody, by what each has said that they would like. */
    @GetMapping("/my/swap-suggestions")
    @Access(Caller.SIGNED_IN)
    @Limited("search")
    Mono<List<SwapSuggestionResponse>> suggestions(@AuthenticationPrincipal SignedIn who) {
        return findSwaps
                .suggest(who.id())
                .map(rings -> rings.stream().map(SwapSuggestionResponse::of).toList());
    }

    /** The last yes holds all things, or none. */
    @PostMapping("/swaps/{id}/consent")
    @Access(Caller.SIGNED_IN)
    @NewBusiness
    Mono<SwapResponse> consent(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeSwap.consent(who.id(), new SwapId(id)));
    }

    @PostMapping("/swaps/{id}/refusal")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> decline(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeSwap.decline(who.id(), new SwapId(id)));
    }

    /** Answers with another proposal; the response is that one. */
    @PostMapping("/swaps/{id}/counter-proposal")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.SIGNED_IN)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<SwapResponse> counter(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ProposalRequest request) {
        return shown(who, proposeSwap.counter(who.id(), new SwapId(id), request.given(), request.noteOrNone()));
    }

    @PostMapping("/swaps/{id}/withdrawal")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> withdraw(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeSwap.withdraw(who.id(), new SwapId(id)));
    }

    @PostMapping("/swaps/{id}/payment")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> retryPayment(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeSwap.retryPayment(who.id(), new SwapId(id)));
    }

    @PostMapping("/swaps/{id}/cancellation")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> cancel(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody WordsRequest request) {
        return shown(who, changeSwap.cancel(who.id(), new SwapId(id), request.words()));
    }

    /** Who gives a thing, with the code of who gets it. */
    @PostMapping("/swaps/{id}/handover")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> handOver(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CodeRequest request) {
        return shown(who, changeSwap.handOver(who.id(), new SwapId(id), request.code()));
    }

    /** Who brings a thing back, with the code of who gave it. */
    @PostMapping("/swaps/{id}/return")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> giveBack(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody CodeRequest request) {
        return shown(who, changeSwap.giveBack(who.id(), new SwapId(id), request.code()));
    }

    /** Who has their thing back, without a code. */
    @PostMapping("/swaps/{id}/return-confirmation")
    @Access(Caller.SIGNED_IN)
    Mono<SwapResponse> takeBack(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, changeSwap.takeBack(who.id(), new SwapId(id)));
    }

    private Mono<SwapResponse> shown(SignedIn who, Mono<Swap> changed) {
        return changed.flatMap(findSwaps::whole).map(whole -> SwapResponse.of(whole, who.id()));
    }

    /** @param things in the order of the ring, the proposer's own first: each goes to the owner of the next */
    record ProposalRequest(
            @NotNull @Size(min = 2, max = 3) List<@NotNull @Valid ThingRequest> things,
            @Nullable @Size(max = 300) String note) {

        List<Given> given() {
            return things.stream()
                    .map(thing -> new Given(new ListingId(thing.listingId()), thing.pays()))
                    .toList();
        }

        String noteOrNone() {
            return Objects.requireNonNullElse(note, "");
        }
    }

    /** @param pays in fen, what the thing's owner pays on top; negative for who gets money, and all sum to zero */
    record ThingRequest(@NotNull UUID listingId, @NotNull Money pays) {}

    record WordsRequest(@NotBlank @Size(max = 1000) String words) {}

    record CodeRequest(@NotBlank @Size(max = 10) String code) {}
}
