package io.xunshi.platform.oversight.web;

import io.xunshi.platform.http.Access;
import io.xunshi.platform.http.Caller;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView;
import io.xunshi.platform.order.OrderView.Step;
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

    /** @param query a trade's code, a party's phone or e-mail, or a listing's id */
    @GetMapping("/trades")
    @Access(Caller.REGULATOR)
    Mono<List<TradeResponse>> search(@RequestParam(defaultValue = "") @Size(max = 100) String query) {
        return inspectTrade.search(query).map(TradeResponse::of).collectList();
    }

    @GetMapping("/trades/{orderId}")
    @Access(Caller.REGULATOR)
    Mono<InspectionResponse> inspect(@PathVariable UUID orderId) {
        return inspectTrade.inspect(orderId).map(InspectionResponse::of);
    }

    @GetMapping("/city-plan")
    @Access(Caller.REGULATOR)
    CityPlan cityPlan() {
        return readCityPlan.plan();
    }

    record TradeResponse(
            UUID id, String code, OrderState state, String title, Money price, String districtCode, Instant placedAt) {

        static TradeResponse of(OrderView order) {
            return new TradeResponse(
                    order.id().value(),
                    order.code(),
                    order.state(),
                    order.snapshot().title(),
                    order.price(),
                    order.snapshot().districtCode(),
                    order.placedAt());
        }
    }

    /** @param records as they stand in the log; the receipt of the trade's code proves them */
    record InspectionResponse(
            TradeResponse trade,
            String snapshotHash,
            List<PartyResponse> parties,
            List<Step> steps,
            List<PostingView> postings,
            boolean balanced,
            List<RecordResponse> records) {

        static InspectionResponse of(Inspection found) {
            return new InspectionResponse(
                    TradeResponse.of(found.order()),
                    found.order().snapshot().hash(),
                    found.parties().stream()
                            .map(party -> PartyResponse.of(party, found.order()))
                            .toList(),
                    found.order().steps(),
                    found.postings(),
                    found.isBalanced(),
                    found.records().stream().map(RecordResponse::of).toList());
        }
    }

    record PartyResponse(UUID id, String side, String displayName, String maskedContact, boolean realNameVerified) {

        static PartyResponse of(AccountView party, OrderView order) {
            return new PartyResponse(
                    party.id().value(),
                    party.id().equals(order.buyer()) ? "BUYER" : "SELLER",
                    party.displayName(),
                    party.maskedContact(),
                    party.realNameVerified());
        }
    }

    record RecordResponse(long index, String entry) {

        static RecordResponse of(Entry entry) {
            return new RecordResponse(entry.index(), new String(entry.bytes(), StandardCharsets.UTF_8));
        }
    }
}
