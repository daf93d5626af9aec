package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.order.OrderId;
import io.xunshi.platform.order.usecase.FindReviews;
import io.xunshi.platform.order.usecase.ReviewOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people say of each other after a purchase, and what can be counted of their trades. */
@RestController
@RequestMapping("/api/v1")
class ReviewController {
    private final ReviewOrder reviewOrder;
    private final FindReviews findReviews;

    ReviewController(ReviewOrder reviewOrder, FindReviews findReviews) {
        this.reviewOrder = reviewOrder;
        this.findReviews = findReviews;
    }

    @GetMapping("/orders/{id}/reviews")
    @Access(Caller.SIGNED_IN)
    Mono<OrderReviewsResponse> ofOrder(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return findReviews.ofOrder(who.id(), new OrderId(id)).map(OrderReviewsResponse::of);
    }

    /** Gives the caller's review, or changes it while it is sealed. */
    @PutMapping("/orders/{id}/review")
    @Access(Caller.SIGNED_IN)
    Mono<OrderReviewsResponse> review(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReviewRequest request) {
        return reviewOrder
                .review(who.id(), new OrderId(id), request.rating(), Objects.requireNonNullElse(request.words(), ""))
                .then(Mono.defer(() -> ofOrder(who, id)));
    }

    @GetMapping("/accounts/{id}/profile")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<ProfileResponse> profile(@PathVariable UUID id) {
        return findReviews.profileOf(new AccountId(id)).map(ProfileResponse::of);
    }

    @GetMapping("/accounts/{id}/reviews")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<ReviewResponse>> about(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findReviews
                .about(new AccountId(id), Cursor.decode(cursor), limit)
                .map(page -> page.map(ReviewResponse::of));
    }

    /** @param words plain text in lines; without control characters */
    record ReviewRequest(
            @NotNull @Min(1) @Max(5) Integer rating,

            @Nullable @Size(max = 500) @Pattern(regexp = "[^\\p{Cc}\\p{Cs}\\p{Co}&&[^\\n\\r\\t]]*")
            String words) {}
}
