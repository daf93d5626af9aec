package io.xunshi.platform.oversight.web;

import io.xunshi.platform.audit.AuditedTrade;
import io.xunshi.platform.audit.AuditedTrade.Good;
import io.xunshi.platform.audit.AuditedTrade.Party;
import io.xunshi.platform.audit.AuditedTrade.Role;
import io.xunshi.platform.audit.AuditedTrade.Step;
import io.xunshi.platform.audit.TradeKind;
import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.identity.SignedIn;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.oversight.domain.CityPlan;
import io.xunshi.platform.oversight.usecase.InspectTrade;
import io.xunshi.platform.oversight.usecase.InspectTrade.Inspection;
import io.xunshi.platform.oversight.usecase.ReadCityPlan;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.purpose.Masked;
import io.xunshi.platform.trace.TraceLog.Entry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The regulator's desk. */
@RestController
@RequestMapping("/api/v1/oversight")
class OversightController {
    private final InspectTrade inspectTrade;
    private final ReadCityPlan readCityPlan;

    OversightController(InspectTrade inspectTrade, ReadCityPlan readCityPlan) {
        this.inspectTrade = inspectTrade;
        this.readCityPlan = readCityPlan;
    }

    /**
     * @param query a trade's code or a listing's id; whose phone or e-mail it is, is asked for with a purpose
     * @param kind the kind to look among; all kinds where it is left out
     */
    @GetMapping("/trades")
    @Access(Caller.REGULATOR)
    Mono<List<TradeResponse>> search(
            @RequestParam(defaultValue = "") @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable TradeKind kind) {
        return inspectTrade.search(query, kind).map(TradeResponse::of).collectList();
    }

    /** By whose phone or e-mail it is; the officer names a purpose that they have declared. */
    @PostMapping("/party-searches")
    @Access(Caller.REGULATOR)
    Mono<List<TradeResponse>> searchByParty(
            @AuthenticationPrincipal SignedIn who, @Valid @RequestBody PartySearchRequest request) {
        return inspectTrade
                .searchByParty(who.id(), request.purposeId(), request.contact().strip())
                .map(found -> found.stream().map(TradeResponse::of).toList());
    }

    /** Who is behind it is masked, and what they wrote is left out. */
    @GetMapping("/trades/{tradeId}")
    @Access(Caller.REGULATOR)
    Mono<InspectionResponse> inspect(@PathVariable UUID tradeId) {
        return inspectTrade.inspect(tradeId).map(InspectionResponse::of);
    }

    /** Who is behind it, and what they wrote; the officer names a purpose that they have declared. */
    @PostMapping("/trades/{tradeId}/parties")
    @Access(Caller.REGULATOR)
    Mono<SeenPartiesResponse> parties(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID tradeId,
            @Valid @RequestBody PartiesRequest request) {
        return inspectTrade.inspect(who.id(), request.purposeId(), tradeId).map(SeenPartiesResponse::of);
    }

    @GetMapping("/city-plan")
    @Access(Caller.REGULATOR)
    CityPlan cityPlan() {
        return readCityPlan.plan();
    }

    /**
     * @param goods several in a swap; otherwise one
     * @param state the name of a state of the kind's process
     */
    record TradeResponse(
            UUID id, String code, TradeKind kind, String state, List<GoodResponse> goods, Instant begunAt) {

        static TradeResponse of(AuditedTrade trade) {
            return new TradeResponse(
                    trade.id(),
                    trade.code(),
                    trade.kind(),
                    trade.state(),
                    trade.goods().stream().map(GoodResponse::of).toList(),
                    trade.begunAt());
        }
    }

    /**
     * @param pieces how many of a stock; null for a unique thing
     * @param price of all of it; null where no money was meant
     * @param snapshotHash SHA-256 of what was promised, hexadecimal; null where nothing was written down
     */
    record GoodResponse(
            @Nullable UUID listingId,
            String title,
            String districtCode,
            @Nullable Integer pieces,
            @Nullable Money price,
            @Nullable String snapshotHash) {

        static GoodResponse of(Good good) {
            return new GoodResponse(
                    good.listingId(),
                    good.title(),
                    good.districtCode(),
                    good.pieces(),
                    good.price(),
                    good.snapshotHash());
        }
    }

    /** @param records as they stand in the log; the receipt of the trade's code proves them */
    record InspectionResponse(
            TradeResponse trade,
            List<PartyResponse> parties,
            List<StepResponse> steps,
            List<PostingResponse> postings,
            boolean balanced,
            List<RecordResponse> records) {

        static InspectionResponse of(Inspection found) {
            return new InspectionResponse(
                    TradeResponse.of(found.trade()),
                    found.trade().parties().stream()
                            .flatMap(party -> PartyResponse.of(party, found.parties()))
                            .toList(),
                    found.steps().stream().map(StepResponse::of).toList(),
                    found.postings().stream().map(PostingResponse::of).toList(),
                    found.isBalanced(),
                    found.records().stream().map(RecordResponse::of).toList());
        }
    }

    /** @param hasWords whether a party wrote something, which is shown for a purpose alone */
    record StepResponse(String state, Instant at, String cause, boolean hasWords) {

        static StepResponse of(Step step) {
            return new StepResponse(step.state(), step.at(), step.cause(), step.words() != null);
        }
    }

    record PartyResponse(Role side, String maskedName, boolean realNameVerified) {

        static Stream<PartyResponse> of(Party party, List<AccountView> accounts) {
            return accounts.stream()
                    .filter(account -> account.id().equals(party.person()))
                    .map(account -> new PartyResponse(
                            party.role(), Masked.name(account.displayName()), account.realNameVerified()));
        }
    }

    /** A line of a journal entry, without whose account it is. */
    record PostingResponse(UUID entryId, Instant at, String kind, String account, Money amount) {

        static PostingResponse of(PostingView posting) {
            return new PostingResponse(
                    posting.entryId(), posting.at(), posting.kind(), posting.account(), posting.amount());
        }
    }

    /** @param purposeId one of the officer's own that is open; without it the answer is refused */
    record PartiesRequest(@Nullable UUID purposeId) {}

    /**
     * @param purposeId one of the officer's own that is open; without it the answer is refused
     * @param contact a phone number or an e-mail address
     */
    record PartySearchRequest(
            @Nullable UUID purposeId,
            @NotBlank @Size(max = 100) String contact) {}

    /** @param words what stands with the steps, in their order; empty where nobody wrote anything */
    record SeenPartiesResponse(List<SeenPartyResponse> parties, List<String> words) {

        static SeenPartiesResponse of(Inspection found) {
            return new SeenPartiesResponse(
                    found.trade().parties().stream()
                            .flatMap(party -> SeenPartyResponse.of(party, found.parties()))
                            .toList(),
                    found.steps().stream()
                            .map(step -> Objects.requireNonNullElse(step.words(), ""))
                            .toList());
        }
    }

    record SeenPartyResponse(UUID id, Role side, String displayName, String maskedContact, boolean realNameVerified) {

        static Stream<SeenPartyResponse> of(Party party, List<AccountView> accounts) {
            return accounts.stream()
                    .filter(account -> account.id().equals(party.person()))
                    .map(account -> new SeenPartyResponse(
                            account.id().value(),
                            party.role(),
                            account.displayName(),
                            account.maskedContact(),
                            account.realNameVerified()));
        }
    }

    record RecordResponse(long index, String entry) {

        static RecordResponse of(Entry entry) {
            return new RecordResponse(entry.index(), new String(entry.bytes(), StandardCharsets.UTF_8));
        }
    }
}
