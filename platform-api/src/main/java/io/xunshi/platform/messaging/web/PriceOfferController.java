package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.ConversationId;
import io.xunshi.platform.messaging.domain.PriceOffer;
import io.xunshi.platform.messaging.domain.PriceOfferId;
import io.xunshi.platform.messaging.usecase.AnswerOffer;
import io.xunshi.platform.messaging.usecase.FindOffers;
import io.xunshi.platform.messaging.usecase.FindOffers.Bargaining;
import io.xunshi.platform.messaging.usecase.FindOffers.Terms;
import io.xunshi.platform.messaging.usecase.MakeOffer;
import io.xunshi.platform.messaging.web.PriceOfferResponse.Range;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Prices that the two of a conversation name to each other. An offer binds whoever made it, and is answered once. */
@RestController
@RequestMapping("/api/v1")
class PriceOfferController {
    private final FindOffers findOffers;
    private final MakeOffer makeOffer;
    private final AnswerOffer answerOffer;

    PriceOfferController(FindOffers findOffers, MakeOffer makeOffer, AnswerOffer answerOffer) {
        this.findOffers = findOffers;
        this.makeOffer = makeOffer;
        this.answerOffer = answerOffer;
    }

    /** What buyers may offer for a listing. */
    @GetMapping("/listings/{id}/offer-terms")
    @Access(Caller.PUBLIC)
    Mono<TermsResponse> terms(@PathVariable UUID id) {
        return findOffers.terms(new ListingId(id)).map(TermsResponse::of);
    }

    /** All of a conversation, newest first. */
    @GetMapping("/conversations/{id}/price-offers")
    @Access(Caller.SIGNED_IN)
    Mono<BargainingResponse> offers(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findOffers.ofConversation(who.id(), new ConversationId(id)).map(BargainingResponse::of);
    }

    /** The seller's bounds may answer it at once: accepted, it has an order that waits to be paid. */
    @PostMapping("/conversations/{id}/price-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<PriceOfferResponse> make(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody Request request) {
        return shown(who, makeOffer.make(who.id(), new ConversationId(id), request.price()));
    }

    /** Places the order at the offer's price. */
    @PostMapping("/price-offers/{id}/acceptance")
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<PriceOfferResponse> accept(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, answerOffer.accept(who.id(), new PriceOfferId(id)));
    }

    @PostMapping("/price-offers/{id}/refusal")
    @Access(Caller.RESIDENT)
    Mono<PriceOfferResponse> decline(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return shown(who, answerOffer.decline(who.id(), new PriceOfferId(id)));
    }

    /** The new offer, which ends the one that it answers. */
    @PostMapping("/price-offers/{id}/counter-offer")
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("orders")
    @RequireIdempotencyKey
    @NewBusiness
    Mono<PriceOfferResponse> counter(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody Request request) {
        return shown(who, answerOffer.counter(who.id(), new PriceOfferId(id), request.price()));
    }

    private Mono<PriceOfferResponse> shown(SignedIn who, Mono<PriceOffer> changed) {
        return changed.flatMap(offer -> findOffers.shown(who.id(), offer)).map(PriceOfferResponse::of);
    }

    /** @param range the prices that may be named; null where none may */
    record TermsResponse(boolean takesOffers, @Nullable Range range) {
        static TermsResponse of(Terms terms) {
            return new TermsResponse(terms.takesOffers(), Range.of(terms.range()));
        }
    }

    record Request(@NotNull Money price) {}

    /** @param opening the prices that the reader may name to begin with; null where they may name none now */
    record BargainingResponse(
            List<PriceOfferResponse> items, @Nullable Range opening) {
        static BargainingResponse of(Bargaining found) {
            return new BargainingResponse(
                    found.offers().stream().map(PriceOfferResponse::of).toList(), Range.of(found.opening()));
        }
    }
}
