package io.xunshi.platform.invoicing.web;

import io.xunshi.platform.invoicing.FlowFault;
import io.xunshi.platform.invoicing.FlowKind;
import io.xunshi.platform.invoicing.FlowVerdict;
import io.xunshi.platform.invoicing.domain.Flow;
import io.xunshi.platform.invoicing.domain.Flow.FlowParty;
import io.xunshi.platform.invoicing.domain.FlowTable;
import io.xunshi.platform.purpose.Masked;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The four flows beside each other (四流一致比对).
 *
 * @param flows those that there are, in the order contract, goods, money, invoice
 * @param differences empty where all four agree
 */
record FlowTableResponse(FlowVerdict verdict, List<FlowResponse> flows, List<DifferenceResponse> differences) {

    static FlowTableResponse of(FlowTable table) {
        return new FlowTableResponse(
                table.verdict(),
                Arrays.stream(FlowKind.values())
                        .flatMap(kind -> Stream.ofNullable(table.flow(kind)).map(flow -> FlowResponse.of(kind, flow)))
                        .toList(),
                table.differences().stream()
                        .map(difference -> new DifferenceResponse(difference.flow(), difference.fault()))
                        .toList());
    }

    /** For officers, whom no purpose lets see who sold. */
    FlowTableResponse withMaskedSeller() {
        return new FlowTableResponse(
                verdict, flows.stream().map(FlowResponse::withMaskedSeller).toList(), differences);
    }

    /**
     * @param quantity grams or pieces; null where the flow has none
     * @param amountFen with tax; null where the flow has none
     * @param reference by which its paper is found
     */
    record FlowResponse(
            FlowKind kind,
            PartyResponse seller,
            PartyResponse buyer,
            @Nullable String materialCode,
            @Nullable Long quantity,
            @Nullable Long amountFen,
            String reference) {

        FlowResponse withMaskedSeller() {
            var masked = new PartyResponse("", Masked.name(seller.name()));
            return new FlowResponse(kind, masked, buyer, materialCode, quantity, amountFen, reference);
        }

        static FlowResponse of(FlowKind kind, Flow flow) {
            return new FlowResponse(
                    kind,
                    PartyResponse.of(flow.seller()),
                    PartyResponse.of(flow.buyer()),
                    flow.materialCode(),
                    flow.quantity(),
                    flow.amountFen(),
                    flow.reference());
        }
    }

    /** @param taxNumber 统一社会信用代码; of a natural person their identity number, masked; empty for officers */
    record PartyResponse(String taxNumber, String name) {
        static PartyResponse of(FlowParty party) {
            return new PartyResponse(party.taxNumber(), party.name());
        }
    }

    record DifferenceResponse(FlowKind flow, FlowFault fault) {}
}
