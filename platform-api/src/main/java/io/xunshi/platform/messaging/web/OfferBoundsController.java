package io.xunshi.platform.messaging.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.EntityVersion;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.ListingId;
import io.xunshi.platform.messaging.domain.DecidedBounds;
import io.xunshi.platform.messaging.domain.OfferBounds;
import io.xunshi.platform.messaging.usecase.ChooseOfferBounds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a seller has decided beforehand about the offers for a listing; nobody else sees it. */
@RestController
@RequestMapping("/api/v1/listings/{id}/offer-bounds")
class OfferBoundsController {
    private final ChooseOfferBounds chooseOfferBounds;

    OfferBoundsController(ChooseOfferBounds chooseOfferBounds) {
        this.chooseOfferBounds = chooseOfferBounds;
    }

    @GetMapping
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<Response>> bounds(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return chooseOfferBounds.find(who.id(), new ListingId(id)).map(OfferBoundsController::response);
    }

    @PutMapping
    @Access(Caller.RESIDENT)
    Mono<ResponseEntity<Response>> choose(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Request request) {
        return chooseOfferBounds
                .choose(who.id(), new ListingId(id), EntityVersion.of(ifMatch), request.bounds())
                .map(OfferBoundsController::response);
    }

    private static ResponseEntity<Response> response(DecidedBounds decided) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(decided.version())).body(Response.of(decided));
    }

    /**
     * @param autoAccept offers of at least this much are accepted at once; null where none are
     * @param autoDecline offers of less than this are declined at once; null where none are
     */
    record Request(
            @NotNull Boolean takesOffers,
            @Nullable Money autoAccept,
            @Nullable Money autoDecline) {
        OfferBounds bounds() {
            return new OfferBounds(takesOffers, autoAccept, autoDecline);
        }
    }

    /** @param version for <code>If-Match</code>; 0 where nothing was decided yet */
    record Response(
            boolean takesOffers,
            @Nullable Money autoAccept,
            @Nullable Money autoDecline,
            long version) {
        static Response of(DecidedBounds decided) {
            var bounds = decided.bounds();
            return new Response(bounds.takesOffers(), bounds.autoAccept(), bounds.autoDecline(), decided.version());
        }
    }
}
