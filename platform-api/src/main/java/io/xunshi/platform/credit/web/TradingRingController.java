package io.xunshi.platform.credit.web;

import io.xunshi.platform.credit.usecase.FindRings;
import io.xunshi.platform.credit.usecase.FindRings.AuditedRing;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
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

/** Rings for those who audit the market. */
@RestController
@RequestMapping("/api/v1/oversight/trading-rings")
class TradingRingController {
    private final FindRings findRings;

    TradingRingController(FindRings findRings) {
        this.findRings = findRings;
    }

    /** Last seen first. */
    @GetMapping
    @Access(Caller.REGULATOR)
    Mono<Page<RingResponse>> find(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(60) int limit) {
        return findRings.find(Cursor.decode(cursor), limit).map(page -> page.map(RingResponse::of));
    }

    /** Who the members are, for a purpose that the officer has declared; in the order of their numbers. */
    @PostMapping("/{id}/members")
    @Access(Caller.REGULATOR)
    Mono<List<RingMemberResponse>> members(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody RingLookRequest request) {
        return findRings
                .membersOf(who.id(), request.purposeId(), id)
                .map(members -> members.stream()
                        .map(member -> new RingMemberResponse(member.id().value(), member.name()))
                        .toList());
    }

    /** @param purposeId one of the officer's own that is open; without it the answer is refused */
    record RingLookRequest(@Nullable UUID purposeId) {}

    /** @param name empty where the account is gone */
    record RingMemberResponse(UUID id, String name) {}

    record RingResponse(
            UUID id, Instant foundAt, Instant seenAt, List<MemberResponse> members, List<DealingResponse> dealings) {

        static RingResponse of(AuditedRing audited) {
            var members = audited.members().stream()
                    .map(member -> new MemberResponse(audited.numberOf(member.id()), member.name()))
                    .toList();
            return new RingResponse(
                    audited.ring().id(),
                    audited.ring().foundAt(),
                    audited.ring().seenAt(),
                    members,
                    audited.dealings().stream()
                            .map(dealing -> new DealingResponse(
                                    audited.numberOf(dealing.giver()),
                                    audited.numberOf(dealing.taker()),
                                    dealing.trades()))
                            .toList());
        }
    }

    /**
     * @param number from 1, in this ring alone
     * @param maskedName empty where the account is gone
     */
    record MemberResponse(int number, String maskedName) {}

    /**
     * @param giver the number of a member, as the taker is
     * @param trades completed ones, in half a year
     */
    record DealingResponse(int giver, int taker, long trades) {}
}
