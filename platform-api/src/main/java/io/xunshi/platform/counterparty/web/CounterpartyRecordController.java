package io.xunshi.platform.counterparty.web;

import io.xunshi.platform.counterparty.CounterpartyRecord.BuyerFacts;
import io.xunshi.platform.counterparty.CounterpartyRecord.ClaimFact;
import io.xunshi.platform.counterparty.CounterpartyRecord.SellerFacts;
import io.xunshi.platform.counterparty.domain.Reply;
import io.xunshi.platform.counterparty.domain.TwoDigits;
import io.xunshi.platform.counterparty.usecase.ReadRecord;
import io.xunshi.platform.counterparty.usecase.ReadRecord.SeenRecord;
import io.xunshi.platform.counterparty.usecase.ReplyToClaim;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.http.ForMachines;
import io.xunshi.platform.http.PlainText;
import io.xunshi.platform.http.Scope;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.CityTime;
import io.xunshi.platform.organisation.OrganisationId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How organisations keep their deals (履约记录), for whoever is about to deal with them. */
@RestController
@RequestMapping("/api/v1")
class CounterpartyRecordController {
    private final ReadRecord readRecord;
    private final ReplyToClaim replyToClaim;

    CounterpartyRecordController(ReadRecord readRecord, ReplyToClaim replyToClaim) {
        this.readRecord = readRecord;
        this.replyToClaim = replyToClaim;
    }

    /** Of the last twelve months. Others see a side only where it has enough deals; its own members always see it. */
    @GetMapping("/organisations/{id}/record")
    @Access(Caller.SIGNED_IN)
    @ForMachines({Scope.TRADER, Scope.FINANCE})
    Mono<RecordResponse> read(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return readRecord.seenBy(who.id(), new OrganisationId(id)).map(RecordResponse::of);
    }

    /** What a side says to the fact that there was a claim; said again, the newer words count. */
    @PutMapping("/deals/{id}/claim-reply")
    @Access(Caller.SIGNED_IN)
    @ForMachines(Scope.TRADER)
    Mono<ReplyResponse> reply(
            @AuthenticationPrincipal SignedIn who, @PathVariable UUID id, @Valid @RequestBody ReplyRequest request) {
        return replyToClaim
                .say(
                        who.id(),
                        new DealId(id),
                        new OrganisationId(request.organisationId()),
                        request.words().strip())
                .map(ReplyResponse::of);
    }

    record ReplyRequest(
            @NotNull UUID organisationId,

            @NotBlank @Size(max = 300) @Pattern(regexp = PlainText.LINE)
            String words) {}

    record ReplyResponse(UUID organisationId, String words, Instant at) {
        static ReplyResponse of(Reply reply) {
            return new ReplyResponse(reply.by().value(), reply.words(), reply.at());
        }
    }

    /**
     * @param asSeller null where there are too few deals to show them
     * @param asBuyer null where there are too few deals to show them
     */
    record RecordResponse(
            UUID organisationId,
            String name,
            boolean isOwn,
            Instant since,
            @Nullable SellerResponse asSeller,
            @Nullable BuyerResponse asBuyer) {
        static RecordResponse of(SeenRecord seen) {
            var seller = seen.record().asSeller();
            var buyer = seen.record().asBuyer();
            return new RecordResponse(
                    seen.organisation().id().value(),
                    seen.organisation().name(),
                    seen.isOwn(),
                    seen.record().since(),
                    seen.isOwn() || seller.isPublishable() ? SellerResponse.of(seller, seen) : null,
                    seen.isOwn() || buyer.isPublishable() ? BuyerResponse.of(buyer, seen) : null);
        }
    }

    /**
     * Of deals in which it sold.
     *
     * @param isPublished others see it, too
     * @param partners different buyers
     * @param grams that were settled; to others to two digits
     * @param dispatched of the deals, those in which something was sent in time
     * @param weighed of the deals, those in which it weighed and the weight was settled
     * @param scaleDifferencePpm settled weight less its tickets, in millionths of its tickets, to others to two digits;
     *     null where it weighed none
     * @param gradeFellShort of the deals, those in which something was taken off for quality
     * @param upheld of the claims, those in which the buyer was right
     * @param lapsed contracts that it did not sign in time
     */
    record SellerResponse(
            boolean isPublished,
            int deals,
            int partners,
            long grams,
            int dispatched,
            int weighed,
            @Nullable Long scaleDifferencePpm,
            int gradeFellShort,
            int upheld,
            List<ClaimResponse> claims,
            int lapsed) {
        static SellerResponse of(SellerFacts facts, SeenRecord seen) {
            var difference = facts.scaleDifferencePpm();
            return new SellerResponse(
                    facts.isPublishable(),
                    facts.deals(),
                    facts.partners(),
                    shown(facts.grams(), seen),
                    facts.dispatched(),
                    facts.weighed(),
                    difference == null ? null : shown(difference, seen),
                    facts.gradeFellShort(),
                    facts.upheld(),
                    ClaimResponse.of(facts.claims(), seen),
                    facts.lapsed());
        }
    }

    /**
     * Of deals in which it bought.
     *
     * @param isPublished others see it, too
     * @param partners different sellers
     * @param grams that were settled; to others to two digits
     * @param bills that were paid, or are late
     * @param upheld of the claims that it raised, those in which it was right
     * @param lapsed contracts that it did not sign in time
     */
    record BuyerResponse(
            boolean isPublished,
            int deals,
            int partners,
            long grams,
            int bills,
            int paidOnTime,
            int upheld,
            List<ClaimResponse> claims,
            int lapsed) {
        static BuyerResponse of(BuyerFacts facts, SeenRecord seen) {
            return new BuyerResponse(
                    facts.isPublishable(),
                    facts.deals(),
                    facts.partners(),
                    shown(facts.grams(), seen),
                    facts.bills(),
                    facts.paidOnTime(),
                    facts.upheld(),
                    ClaimResponse.of(facts.claims(), seen),
                    facts.lapsed());
        }
    }

    /**
     * @param dealId null to others
     * @param month in which it ended
     * @param upheld the buyer got something off, or need not take the goods
     * @param reply what the organisation of the record says to it; null where it says nothing
     */
    record ClaimResponse(
            @Nullable UUID dealId,
            String month,
            boolean upheld,
            @Nullable String reply) {
        static List<ClaimResponse> of(List<ClaimFact> claims, SeenRecord seen) {
            return claims.stream().map(claim -> of(claim, seen)).toList();
        }

        private static ClaimResponse of(ClaimFact claim, SeenRecord seen) {
            var own = seen.organisation().id();
            return new ClaimResponse(
                    seen.isOwn() ? claim.deal() : null,
                    YearMonth.from(claim.endedAt().atZone(CityTime.ZONE)).toString(),
                    claim.upheld(),
                    seen.replies().stream()
                            .filter(reply -> reply.claim().equals(claim.claim())
                                    && reply.by().equals(own))
                            .map(Reply::words)
                            .findFirst()
                            .orElse(null));
        }
    }

    private static long shown(long figure, SeenRecord seen) {
        return seen.isOwn() ? figure : TwoDigits.of(figure);
    }
}
