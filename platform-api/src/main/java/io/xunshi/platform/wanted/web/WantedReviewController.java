package io.xunshi.platform.wanted.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.regulation.TradeRule;
import io.xunshi.platform.regulation.TradeRules;
import io.xunshi.platform.wanted.domain.PostRefusal;
import io.xunshi.platform.wanted.domain.PostState;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.domain.WantedPost.Refused;
import io.xunshi.platform.wanted.usecase.FindPosts.Posted;
import io.xunshi.platform.wanted.usecase.ReviewPost;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Wanted posts that wait for a moderator. */
@RestController
@RequestMapping("/api/v1/moderation/wanted-posts")
class WantedReviewController {
    private final ReviewPost reviewPost;
    private final TradeRules tradeRules;

    WantedReviewController(ReviewPost reviewPost, TradeRules tradeRules) {
        this.reviewPost = reviewPost;
        this.tradeRules = tradeRules;
    }

    /** The longest waiting first, without the moderator's own. */
    @GetMapping
    @Access(Caller.MODERATOR)
    Mono<Page<WaitingPostResponse>> waiting(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return reviewPost.findFor(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(this::waiting));
    }

    /** A refusal needs a reason. */
    @PostMapping("/{id}/decision")
    @Access(Caller.MODERATOR)
    @RequireIdempotencyKey
    Mono<DecidedResponse> decide(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody DecisionRequest request) {
        var reason = request.reason();
        if (!request.approved() && reason == null) {
            return Mono.error(FieldFault.refuse(List.of(new FieldFault("reason", "wanted.field.reason"))));
        }
        var refused = request.approved() || reason == null
                ? null
                : new Refused(
                        reason, Objects.requireNonNullElse(request.remark(), "").strip());
        return reviewPost.decide(who.id(), id, refused).map(DecidedResponse::of);
    }

    private WaitingPostResponse waiting(Posted posted) {
        return new WaitingPostResponse(
                WantedPostResponse.of(posted),
                posted.post().rules().stream()
                        .map(tradeRules::find)
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** @param rules those that sent it here */
    record WaitingPostResponse(WantedPostResponse post, List<TradeRule> rules) {}

    /**
     * @param reason needed for a refusal
     * @param remark for the owner
     */
    record DecisionRequest(
            @NotNull Boolean approved,
            @Nullable PostRefusal reason,
            @Nullable @Size(max = 300) String remark) {}

    record DecidedResponse(UUID id, PostState state) {
        static DecidedResponse of(WantedPost post) {
            return new DecidedResponse(post.id(), post.state());
        }
    }
}
