package io.xunshi.platform.interest.web;

import io.xunshi.platform.catalog.Catalog;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.interest.domain.FeedCursor;
import io.xunshi.platform.interest.domain.FeedReason;
import io.xunshi.platform.interest.usecase.ReadHomeFeed;
import io.xunshi.platform.interest.usecase.ReadHomeFeed.Explained;
import io.xunshi.platform.interest.usecase.ReadHomeFeed.Feed;
import io.xunshi.platform.listing.ListingCard;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The goods that somebody sees first, and why. */
@RestController
@RequestMapping("/api/v1")
class HomeFeedController {
    private static final String UNKNOWN = "interest.field.unknown";

    private final ReadHomeFeed readHomeFeed;
    private final Catalog catalog;

    HomeFeedController(ReadHomeFeed readHomeFeed, Catalog catalog) {
        this.readHomeFeed = readHomeFeed;
        this.catalog = catalog;
    }

    /** For everybody; who is signed in sees what they care for first. */
    @GetMapping("/home-feed")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<FeedResponse> feed(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        checkKnown(district, "district");
        return readHomeFeed
                .read(who == null ? null : who.id(), district, FeedCursor.decode(cursor), limit)
                .map(FeedResponse::of);
    }

    /** Chooses the district whose goods come first, or none. */
    @PutMapping("/my/home-district")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> choose(@AuthenticationPrincipal SignedIn who, @RequestBody DistrictRequest request) {
        checkKnown(request.districtCode(), "districtCode");
        return readHomeFeed.chooseDistrict(who.id(), request.districtCode());
    }

    private void checkKnown(@Nullable String district, String field) {
        if (district != null && catalog.district(district).isEmpty()) {
            throw FieldFault.refuse(List.of(new FieldFault(field, UNKNOWN)));
        }
    }

    record DistrictRequest(@Nullable String districtCode) {}

    /**
     * @param districtCode that nearness is measured from; null for none
     * @param degraded whether the search engine is down, and these are merely the newest
     */
    record FeedResponse(
            List<ItemResponse> items,
            @Nullable String districtCode,
            @Nullable String nextCursor,
            boolean degraded) {
        static FeedResponse of(Feed feed) {
            var next = feed.next();
            return new FeedResponse(
                    feed.items().stream().map(ItemResponse::of).toList(),
                    feed.district(),
                    next == null ? null : next.encode(),
                    feed.degraded());
        }
    }

    /**
     * @param points what it is ranked by: the sum of its reasons
     * @param reasons the best one first; none for what is there because everything is
     */
    record ItemResponse(ListingCard listing, int points, List<FeedReason> reasons) {
        static ItemResponse of(Explained explained) {
            return new ItemResponse(
                    explained.card(),
                    explained.reasons().stream().mapToInt(FeedReason::points).sum(),
                    explained.reasons());
        }
    }
}
