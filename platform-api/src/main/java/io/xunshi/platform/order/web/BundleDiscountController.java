package io.xunshi.platform.order.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.order.domain.BundleDiscount;
import io.xunshi.platform.order.usecase.KeepBundleDiscount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What sellers take off for who buys several things of theirs at once. */
@RestController
@RequestMapping("/api/v1")
class BundleDiscountController {
    private final KeepBundleDiscount keepBundleDiscount;

    BundleDiscountController(KeepBundleDiscount keepBundleDiscount) {
        this.keepBundleDiscount = keepBundleDiscount;
    }

    @GetMapping("/accounts/{id}/bundle-discount")
    @Access(Caller.PUBLIC)
    @Limited("search")
    Mono<BundleDiscountResponse> of(@PathVariable UUID id) {
        return keepBundleDiscount.find(new AccountId(id)).map(BundleDiscountResponse::of);
    }

    /** Nothing at all turns it off. */
    @PutMapping("/my/bundle-discount")
    @Access(Caller.RESIDENT)
    Mono<BundleDiscountResponse> put(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody BundleDiscountRequest request) {
        return keepBundleDiscount.put(who.id(), request.discount()).map(BundleDiscountResponse::of);
    }

    /** In percent, from 0 to 50; whoever buys more never gets less. */
    record BundleDiscountRequest(
            @NotNull Integer fromTwo,
            @NotNull Integer fromThree,
            @NotNull Integer fromFive) {

        BundleDiscount discount() {
            return new BundleDiscount(fromTwo, fromThree, fromFive);
        }
    }
}
