package io.xunshi.platform.interest.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.interest.usecase.FollowSeller;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom a person follows. */
@RestController
@RequestMapping("/api/v1/my/follows")
class FollowController {
    private final FollowSeller followSeller;

    FollowController(FollowSeller followSeller) {
        this.followSeller = followSeller;
    }

    /** Last followed first. */
    @GetMapping
    @Access(Caller.SIGNED_IN)
    Mono<FollowsResponse> mine(@AuthenticationPrincipal SignedIn who) {
        return followSeller
                .find(who.id())
                .map(sellers -> new FollowsResponse(
                        sellers.stream().map(SellerResponse::of).toList()));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> follow(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return followSeller.follow(who.id(), new AccountId(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(Caller.SIGNED_IN)
    Mono<Void> unfollow(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return followSeller.unfollow(who.id(), new AccountId(id));
    }

    record FollowsResponse(List<SellerResponse> items) {}

    record SellerResponse(UUID id, String displayName, boolean realNameVerified) {
        static SellerResponse of(AccountView seller) {
            return new SellerResponse(seller.id().value(), seller.displayName(), seller.realNameVerified());
        }
    }
}
