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
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.oversight.domain.CityPlan;
import io.xunshi.platform.oversight.usecase.InspectTrade;
import io.xunshi.platform.oversight.usecase.InspectTrade.Inspection;
import io.xunshi.platform.oversight.usecase.ReadCityPlan;
import io.xunshi.platform.payment.PostingView;
import io.xunshi.platform.trace.TraceLog.Entry;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
     * @param query a trade's code, a listing's id, or a party's phone or e-mail
     * @param kind the kind to look among; all kinds where it is left out
     */
    @GetMapping("/trades")
    @Access(Caller.REGULATOR)
    Mono<List<TradeResponse>> search(
            @RequestParam(defaultValue = "") @Size(max = 100) String query,
            @RequestParam(required = false) @Nullable TradeKind kind) {
        return inspectTrade.search(query, kind).map(TradeResponse::of).collectList();
    }

    @GetMapping("/trades/{tradeId}")
    @Access(Caller.REGULATOR)
    Mono<InspectionResponse> inspect(@PathVariable UUID tradeId) {
        return inspectTrade.inspect(tradeId).map(InspectionResponse::of);
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
            List<PostingView> postings,
            boolean balanced,
            List<RecordResponse> records) {

        static InspectionResponse of(Inspection found) {
            return new InspectionResponse(
                    TradeResponse.of(found.trade()),
                    found.trade().parties().stream()
                            .flatMap(party -> PartyResponse.of(party, found.parties()))
                            .toList(),
                    found.steps().stream().map(StepResponse::of).toList(),
                    found.postings(),
                    found.isBalanced(),
                    found.records().stream().map(RecordResponse::of).toList());
        }
    }

    /** @param reason what a party wrote; null where nobody wrote anything */
    record StepResponse(
            String state,
            Instant at,
            String cause,
            @Nullable String reason) {

        static StepResponse of(Step step) {
            return new StepResponse(step.state(), step.at(), step.cause(), step.words());
        }
    }

    record PartyResponse(UUID id, Role side, String displayName, String maskedContact, boolean realNameVerified) {

        static Stream<PartyResponse> of(Party party, List<AccountView> accounts) {
            return accounts.stream()
                    .filter(account -> account.id().equals(party.person()))
                    .map(account -> new PartyResponse(
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
