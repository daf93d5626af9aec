package io.xunshi.platform.credit.web;

import io.xunshi.platform.credit.usecase.FindRings;
import io.xunshi.platform.credit.usecase.FindRings.AuditedRing;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.kernel.Cursor;
import io.xunshi.platform.kernel.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
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

    record RingResponse(
            UUID id, Instant foundAt, Instant seenAt, List<MemberResponse> members, List<DealingResponse> dealings) {

        static RingResponse of(AuditedRing audited) {
            var members = audited.dealings().stream()
                    .flatMap(dealing -> Stream.of(dealing.giver(), dealing.taker()))
                    .distinct()
                    .map(member ->
                            new MemberResponse(member.value(), audited.names().getOrDefault(member, "")))
                    .toList();
            return new RingResponse(
                    audited.ring().id(),
                    audited.ring().foundAt(),
                    audited.ring().seenAt(),
                    members,
                    audited.dealings().stream()
                            .map(dealing -> new DealingResponse(
                                    dealing.giver().value(), dealing.taker().value(), dealing.trades()))
                            .toList());
        }
    }

    /** @param name empty where the account is gone */
    record MemberResponse(UUID id, String name) {}

    /** @param trades completed ones, in half a year */
    record DealingResponse(UUID giver, UUID taker, long trades) {}
}
