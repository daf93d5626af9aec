package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.invoicing.FlowFault;
import io.xunshi.platform.invoicing.FlowKind;
import io.xunshi.platform.invoicing.FlowVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The four flows of one invoice beside each other, and where they part (四流一致比对). Parties and material are compared with
 * the contract, weight and amount with what was delivered and settled.
 *
 * @param differences by flow; empty where all four agree
 */
public record FlowTable(
        @Nullable Flow contract,
        @Nullable Flow goods,
        @Nullable Flow money,
        @Nullable Flow invoice,
        List<Difference> differences) {

    public FlowTable {
        differences = List.copyOf(differences);
    }

    public FlowVerdict verdict() {
        if (differences.isEmpty()) {
            return FlowVerdict.MATCHES;
        }
        return differences.stream().anyMatch(difference -> difference.fault() == FlowFault.MISSING)
                ? FlowVerdict.MISSING
                : FlowVerdict.DIFFERS;
    }

    /** Null where there is none. */
    public @Nullable Flow flow(FlowKind kind) {
        return switch (kind) {
            case CONTRACT -> contract;
            case GOODS -> goods;
            case MONEY -> money;
            case INVOICE -> invoice;
        };
    }

    /**
     * Compares them.
     *
     * @param most that the contract takes, grams or pieces; fewer may have come
     * @param settledFen what is to be paid and invoiced, with tax
     * @param objected the buyer says that the invoice is wrong
     */
    public static FlowTable of(
            @Nullable Flow contract,
            @Nullable Flow goods,
            @Nullable Flow money,
            @Nullable Flow invoice,
            long most,
            long settledFen,
            boolean objected) {
        var found = new FlowTable(contract, goods, money, invoice, List.of());
        var differences = new ArrayList<Difference>();
        Arrays.stream(FlowKind.values()).forEach(kind -> found.compare(kind, most, settledFen, differences));
        if (objected) {
            differences.add(new Difference(FlowKind.INVOICE, FlowFault.OBJECTED));
        }
        return new FlowTable(contract, goods, money, invoice, differences);
    }

    private void compare(FlowKind kind, long most, long settledFen, List<Difference> differences) {
        var flow = flow(kind);
        if (flow == null) {
            differences.add(new Difference(kind, FlowFault.MISSING));
            return;
        }
        var standard = contract == null ? flow : contract;
        add(differences, kind, FlowFault.SELLER_DIFFERS, isSame(flow.seller(), standard.seller()));
        add(differences, kind, FlowFault.BUYER_DIFFERS, isSame(flow.buyer(), standard.buyer()));
        add(differences, kind, FlowFault.MATERIAL_DIFFERS, agrees(flow.materialCode(), standard.materialCode()));
        add(
                differences,
                kind,
                FlowFault.QUANTITY_DIFFERS,
                switch (kind) {
                    case GOODS -> flow.quantity() == null || flow.quantity() <= most;
                    case INVOICE -> agrees(flow.quantity(), goods == null ? null : goods.quantity());
                    case CONTRACT, MONEY -> true;
                });
        add(
                differences,
                kind,
                FlowFault.AMOUNT_DIFFERS,
                kind == FlowKind.CONTRACT || agrees(flow.amountFen(), settledFen));
    }

    private static void add(List<Difference> differences, FlowKind kind, FlowFault fault, boolean agrees) {
        if (!agrees) {
            differences.add(new Difference(kind, fault));
        }
    }

    private static boolean isSame(Flow.FlowParty one, Flow.FlowParty other) {
        return one.taxNumber().equals(other.taxNumber());
    }

    /** What a flow does not speak of contradicts nothing. */
    private static <T> boolean agrees(@Nullable T one, @Nullable T other) {
        return one == null || other == null || Objects.equals(one, other);
    }

    public record Difference(FlowKind flow, FlowFault fault) {}
}
