package io.xunshi.platform.custody.web;

import io.xunshi.platform.custody.domain.Direction;
import io.xunshi.platform.custody.domain.SeenGraph;
import io.xunshi.platform.custody.usecase.WalkCustody;
import io.xunshi.platform.custody.usecase.WalkCustody.OfBatch;
import io.xunshi.platform.custody.usecase.WalkCustody.OfDeal;
import io.xunshi.platform.custody.usecase.WalkCustody.OfLot;
import io.xunshi.platform.custody.usecase.WalkCustody.OfParcel;
import io.xunshi.platform.custody.usecase.WalkCustody.Start;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.exchange.LotId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.Limited;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Chains of custody (溯源图): of what an organisation had a hand in, for its members, and of everything, for regulators. A
 * limit is of batches each way; <code>isCutOff</code> tells that there are more.
 */
@RestController
@RequestMapping("/api/v1")
class CustodyGraphController {
    private static final String LIMIT = "500";
    private static final int LIMIT_MAX = 5_000;

    private final WalkCustody walkCustody;

    CustodyGraphController(WalkCustody walkCustody) {
        this.walkCustody = walkCustody;
    }

    /** From a batch, a parcel, a lot or a deal on. */
    @GetMapping("/custody-graphs/{start}/{id}")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.WEIGHER, Scope.FINANCE})
    @Limited("search")
    Mono<SeenGraph> walk(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable StartKind start,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BOTH") Direction direction,
            @RequestParam(defaultValue = LIMIT) @Min(1) @Max(LIMIT_MAX) int limit) {
        return walkCustody.forMember(who.id(), start.of(id), direction, limit);
    }

    /** The same, with everybody's names. */
    @GetMapping("/oversight/custody-graphs/{start}/{id}")
    @Access(Caller.REGULATOR)
    Mono<SeenGraph> inspect(
            @PathVariable StartKind start,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "BOTH") Direction direction,
            @RequestParam(defaultValue = LIMIT) @Min(1) @Max(LIMIT_MAX) int limit) {
        return walkCustody.forAuditor(start.of(id), direction, limit);
    }

    /** What a chain is walked from. */
    enum StartKind {
        BATCH,
        PARCEL,
        LOT,
        DEAL;

        Start of(UUID id) {
            return switch (this) {
                case BATCH -> new OfBatch(id);
                case PARCEL -> new OfParcel(id);
                case LOT -> new OfLot(new LotId(id));
                case DEAL -> new OfDeal(new DealId(id));
            };
        }
    }
}
