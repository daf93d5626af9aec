package io.xunshi.platform.wanted.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.listing.ListingCard;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.listing.ListingState;
import io.xunshi.platform.wanted.usecase.AnswerPost;
import io.xunshi.platform.wanted.usecase.AnswerPost.Answered;
import io.xunshi.platform.wanted.usecase.FindFitting;
import io.xunshi.platform.wanted.usecase.FindFitting.Own;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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

/** What brings those who look for a thing and those who have it together. */
@RestController
@RequestMapping("/api/v1")
class WantedAnswerController {
    private final AnswerPost answerPost;
    private final FindFitting findFitting;

    WantedAnswerController(AnswerPost answerPost, FindFitting findFitting) {
        this.answerPost = answerPost;
        this.findFitting = findFitting;
    }

    /** "I have this": opens a conversation about the caller's listing with whoever looks for it. */
    @PostMapping("/wanted-posts/{id}/answers")
    @NewBusiness
    @ResponseStatus(HttpStatus.CREATED)
    @Access(Caller.RESIDENT)
    @Limited("messages")
    @RequireIdempotencyKey
    Mono<AnsweredResponse> answer(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody AnswerRequest request) {
        return answerPost
                .answer(who.id(), id, new ListingId(request.listingId()))
                .map(AnsweredResponse::new);
    }

    /** What the caller offers now, what fits the post first. */
    @GetMapping("/wanted-posts/{id}/own-listings")
    @Access(Caller.RESIDENT)
    @Limited("search")
    Mono<OwnListingsResponse> own(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findFitting.ownFor(who.id(), id).map(OwnListingsResponse::of);
    }

    /** What sellers pointed to, newest first. */
    @GetMapping("/my/wanted-posts/{id}/answers")
    @Access(Caller.SIGNED_IN)
    Mono<AnswersResponse> answers(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return answerPost
                .answersTo(who.id(), id)
                .map(found -> new AnswersResponse(
                        found.stream().map(AnswerResponse::of).toList()));
    }

    /** What is on offer now and fits the caller's post, newest first. */
    @GetMapping("/my/wanted-posts/{id}/fitting-listings")
    @Access(Caller.SIGNED_IN)
    @Limited("search")
    Mono<FittingResponse> fitting(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findFitting
                .listingsFor(who.id(), id)
                .map(found ->
                        new FittingResponse(found.stream().map(ListingCard::of).toList()));
    }

    /** Who looks for what the caller's listing offers, newest first. */
    @GetMapping("/my/listings/{id}/wanted-posts")
    @Access(Caller.RESIDENT)
    @Limited("search")
    Mono<WantedForResponse> wantedFor(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findFitting
                .postsFor(who.id(), new ListingId(id))
                .map(found -> new WantedForResponse(
                        found.stream().map(WantedBriefResponse::of).toList()));
    }

    record AnswerRequest(@NotNull UUID listingId) {}

    record AnsweredResponse(UUID conversationId) {}

    /** @param fits whether the post's owner would find it */
    record OwnListingResponse(ListingCard listing, boolean fits) {}

    record OwnListingsResponse(List<OwnListingResponse> items) {
        static OwnListingsResponse of(Own own) {
            return new OwnListingsResponse(own.listings().stream()
                    .map(listing -> new OwnListingResponse(
                            ListingCard.of(listing), own.fitting().contains(listing.id())))
                    .sorted((one, other) -> Boolean.compare(other.fits(), one.fits()))
                    .toList());
        }
    }

    record AnswerResponse(ListingCard listing, ListingState state, UUID conversationId, Instant answeredAt) {
        static AnswerResponse of(Answered answered) {
            return new AnswerResponse(
                    ListingCard.of(answered.listing()),
                    answered.listing().state(),
                    answered.answer().conversation(),
                    answered.answer().at());
        }
    }

    record AnswersResponse(List<AnswerResponse> items) {}

    record FittingResponse(List<ListingCard> items) {}

    record WantedForResponse(List<WantedBriefResponse> items) {}
}
