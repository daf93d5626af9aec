package io.xunshi.platform.wanted.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.NewBusiness;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.RequireIdempotencyKey;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import io.xunshi.platform.wanted.domain.WantedPost;
import io.xunshi.platform.wanted.usecase.EndPost;
import io.xunshi.platform.wanted.usecase.FindPosts;
import io.xunshi.platform.wanted.usecase.FindPosts.Demand;
import io.xunshi.platform.wanted.usecase.FindPosts.Looked;
import io.xunshi.platform.wanted.usecase.PostWish;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Wanted posts (求购): everybody reads them, owners write them. */
@RestController
@RequestMapping("/api/v1")
class WantedPostController {
    private final PostWish postWish;
    private final EndPost endPost;
    private final FindPosts findPosts;

    WantedPostController(PostWish postWish, EndPost endPost, FindPosts findPosts) {
        this.postWish = postWish;
        this.endPost = endPost;
        this.findPosts = findPosts;
    }

    /** What the trade rules leave open is <code>IN_REVIEW</code> until a moderator has looked at it. */
    @PostMapping("/wanted-posts")
    @NewBusiness
    @Access(Caller.RESIDENT)
    @RequireIdempotencyKey
    Mono<ResponseEntity<WantedPostResponse>> post(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody WishRequest request) {
        return postWish.post(who.id(), request.wish()).flatMap(post -> response(who, post, HttpStatus.CREATED));
    }

    /** Says something else; a later last day goes on looking. */
    @PutMapping("/wanted-posts/{id}")
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<WantedPostResponse>> edit(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody WishRequest request) {
        return postWish.edit(who.id(), id, EntityVersion.of(ifMatch), request.wish())
                .flatMap(post -> response(who, post, HttpStatus.OK));
    }

    /** The thing is found, or looked for no longer. */
    @PostMapping("/wanted-posts/{id}/ending")
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<WantedPostResponse>> end(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody EndRequest request) {
        return endPost.end(who.id(), id, request.found()).flatMap(post -> response(who, post, HttpStatus.OK));
    }

    @GetMapping("/wanted-posts/{id}")
    @Access(Caller.PUBLIC)
    Mono<ResponseEntity<WantedPostResponse>> read(
            @AuthenticationPrincipal @Nullable SignedIn who, @PathVariable UUID id) {
        return findPosts
                .find(id, who == null ? null : who.id())
                .map(WantedPostResponse::of)
                .map(post -> response(post, HttpStatus.OK));
    }

    /**
     * Open posts, newest first.
     *
     * @param q words that must all be in it
     * @param category posts for it, its root and its leaves
     * @param district posts for it and for the whole city
     * @param price in fen; leaves out who pays less
     */
    @GetMapping("/wanted-posts")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<Page<WantedPostResponse>> open(
            @RequestParam(defaultValue = "") @Size(max = 100) @Pattern(regexp = PlainText.LINE) String q,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String category,
            @RequestParam(required = false) @Nullable @Size(max = 40) @Pattern(regexp = PlainText.LINE) String district,
            @RequestParam(required = false) @Nullable @Positive Long price,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findPosts
                .findOpen(new Looked(q, category, district, price), Cursor.decode(cursor), limit)
                .map(page -> page.map(WantedPostResponse::of));
    }

    @GetMapping("/my/wanted-posts")
    @Access(Caller.SIGNED_IN)
    Mono<Page<WantedPostResponse>> mine(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findPosts.findOwn(who.id(), Cursor.decode(cursor), limit).map(page -> page.map(WantedPostResponse::of));
    }

    /**
     * How many others look for such a thing.
     *
     * @param price in fen, what would be asked
     */
    @GetMapping("/wanted-demand")
    @Access(Caller.SIGNED_IN)
    @Limited("search")
    Mono<DemandResponse> demand(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam @Size(max = 40) @Pattern(regexp = PlainText.LINE) String category,
            @RequestParam(required = false) @Nullable @Positive Long price) {
        return findPosts.demand(who.id(), category, price).map(DemandResponse::of);
    }

    private Mono<ResponseEntity<WantedPostResponse>> response(SignedIn who, WantedPost post, HttpStatus status) {
        return findPosts.find(post.id(), who.id()).map(WantedPostResponse::of).map(whole -> response(whole, status));
    }

    private static ResponseEntity<WantedPostResponse> response(WantedPostResponse post, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(EntityVersion.tag(post.version()))
                .body(post);
    }

    record EndRequest(@NotNull Boolean found) {}

    /** @param newest at most three */
    record DemandResponse(long count, List<WantedBriefResponse> newest) {
        static DemandResponse of(Demand demand) {
            return new DemandResponse(
                    demand.count(),
                    demand.newest().stream().map(WantedBriefResponse::of).toList());
        }
    }
}
