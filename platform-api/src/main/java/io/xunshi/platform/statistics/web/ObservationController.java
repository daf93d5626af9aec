package io.xunshi.platform.statistics.web;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.statistics.domain.ObservedDeal;
import io.xunshi.platform.statistics.usecase.ReadObservation;
import io.xunshi.transparency.record.PriceRecord.Opening;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the log commits to of a deal, for its two sides. */
@RestController
class ObservationController {
    private final ReadObservation readObservation;

    ObservationController(ReadObservation readObservation) {
        this.readObservation = readObservation;
    }

    @GetMapping("/api/v1/deals/{id}/price-observation")
    @Access(Caller.SIGNED_IN)
    Mono<ObservationResponse> observation(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readObservation.of(who.id(), new DealId(id)).map(ObservationResponse::of);
    }

    /**
     * @param week in which it counts, like <code>2026-W47</code>
     * @param sealedWithDeal the snapshot of the deal's <code>deal.price-observed</code>: SHA-256 of <code>
     *     [dealSalt, commitment]</code> as canonical JSON
     * @param commitment the one of the week's <code>price.committed</code> that is of this deal
     */
    record ObservationResponse(
            String week, String sealedWithDeal, String dealSalt, String commitment, List<MemberResponse> members) {

        static ObservationResponse of(ObservedDeal deal) {
            var observation = deal.observation();
            return new ObservationResponse(
                    deal.week().toString(),
                    observation.sealedWithDeal(deal.secret()),
                    observation.dealSalt(deal.secret()),
                    observation.commitment(deal.secret()),
                    observation.opened(deal.secret()).entrySet().stream()
                            .map(MemberResponse::of)
                            .toList());
        }
    }

    /** @param value whole numbers as digits */
    record MemberResponse(String name, String salt, String value) {

        static MemberResponse of(Map.Entry<String, Opening> member) {
            return new MemberResponse(
                    member.getKey(),
                    member.getValue().salt(),
                    member.getValue().value().toString());
        }
    }
}
