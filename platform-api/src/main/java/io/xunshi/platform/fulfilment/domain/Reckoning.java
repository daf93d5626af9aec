package io.xunshi.platform.fulfilment.domain;

import io.xunshi.platform.fulfilment.FulfilmentState;
import io.xunshi.platform.fulfilment.domain.AssayReport.Reader;
import io.xunshi.platform.pricing.Assay;
import io.xunshi.platform.pricing.Assay.HardReject;
import io.xunshi.platform.pricing.Delivery;
import io.xunshi.platform.pricing.Penalty;
import io.xunshi.platform.pricing.PriceFacts;
import io.xunshi.platform.pricing.PriceFormula;
import io.xunshi.platform.pricing.Settlement;
import io.xunshi.platform.pricing.SettlementTerms;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.WeighTicket;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a performance comes to so far: the facts for {@link Settlement#of}, and the contract's terms as a claim may have
 * changed them. Once the time for something is over, silence is agreement: who has not weighed or read takes the other
 * side's figure, and what nobody has read counts as it was agreed. So every delivery comes to a final figure.
 *
 * @param splittingLimit readings no further apart than this are split, in hundredths of the attribute's unit
 */
public record Reckoning(SettlementTerms terms, Performance performance, long splittingLimit) {

    public Settlement settlement(PriceFacts prices) {
        return Settlement.of(amended(), delivery(), report(), prices, performance.paid());
    }

    /** What has to be read for the contract, each attribute with the value that was agreed; sorted. */
    public Map<String, Long> agreed() {
        var agreed = new TreeMap<String, Long>();
        terms.formula().penalties().forEach(penalty -> agreed.put(penalty.attribute(), penalty.free()));
        allowances(terms.basis())
                .forEach(allowance -> agreed.put(allowance.attribute(), (long) allowance.contractBp()));
        return agreed;
    }

    /** What both sides have read, and too far apart to be split; sorted. */
    public List<String> disputed() {
        return agreed().keySet().stream()
                .filter(attribute -> assay(attribute, splittingLimit).outcome() instanceof Assay.Disputed)
                .toList();
    }

    /** Everything that must be read has been read by both. */
    public boolean isReadByBoth() {
        return Stream.of(Reader.SELLER, Reader.BUYER)
                .allMatch(reader -> performance
                        .report(reader)
                        .filter(report -> report.values().keySet().containsAll(agreed().keySet()))
                        .isPresent());
    }

    /** The price of a tonne or a piece, of which a deduction can take at most all; empty of one over references. */
    public Optional<Long> fixedPrice() {
        return terms.formula() instanceof PriceFormula.Fixed fixed
                ? Optional.of(fixed.fenPerTonne())
                : Optional.empty();
    }

    private Delivery delivery() {
        return terms.basis() instanceof SettlementTerms.Count
                ? new Delivery(
                        List.of(),
                        performance.loads().stream().mapToLong(this::pieces).sum())
                : new Delivery(
                        performance.loads().stream().flatMap(this::tickets).toList(), 0);
    }

    private long pieces(Load load) {
        if (load.countedPieces() != null) {
            return load.countedPieces();
        }
        return isOver(FulfilmentState.DISPATCHED) ? load.quantity() : 0;
    }

    private Stream<WeighTicket> tickets(Load load) {
        var seller = performance.ticket(load.id(), Scale.SELLER).map(ScaleTicket::ticket);
        var buyer = performance.ticket(load.id(), Scale.BUYER).map(ScaleTicket::ticket);
        var third = performance
                .ticket(load.id(), Scale.THIRD)
                .filter(ticket -> hasThirdWeighedAll())
                .map(ScaleTicket::ticket);
        var isOver = isOver(FulfilmentState.DISPATCHED);
        return Stream.of(
                        isOver ? seller.or(() -> buyer.map(other -> as(Scale.SELLER, other))) : seller,
                        isOver ? buyer.or(() -> seller.map(other -> as(Scale.BUYER, other))) : buyer,
                        third)
                .flatMap(Optional::stream);
    }

    /** A third scale is for the whole delivery: what it says of some loads cannot stand for all. */
    private boolean hasThirdWeighedAll() {
        return performance.loads().stream()
                .allMatch(load -> performance.ticket(load.id(), Scale.THIRD).isPresent());
    }

    private static WeighTicket as(Scale scale, WeighTicket other) {
        return new WeighTicket(
                scale,
                other.deviceId(),
                other.certificateValidTo(),
                other.plate(),
                other.grossGrams(),
                other.grossAt(),
                other.tareGrams(),
                other.tareAt(),
                other.tareOverridden());
    }

    private Assay.Report report() {
        return new Assay.Report(
                agreed().keySet().stream().map(this::assay).toList(),
                performance.head().state().isAccepted() ? Set.of() : rejects());
    }

    private Set<HardReject> rejects() {
        return performance.reports().stream()
                .flatMap(report -> report.rejects().stream())
                .collect(Collectors.toSet());
    }

    private Assay assay(String attribute) {
        var assay = assay(attribute, splittingLimit);
        if (!isOver(FulfilmentState.SAMPLED)) {
            return assay;
        }
        if (assay.outcome() instanceof Assay.Disputed && isOver(FulfilmentState.DISPUTED)) {
            return assay(attribute, Long.MAX_VALUE);
        }
        var silent = agreed().get(attribute);
        var seller = first(assay.seller(), assay.buyer(), silent);
        var buyer = first(assay.buyer(), assay.seller(), silent);
        return new Assay(attribute, splittingLimit, seller, buyer, assay.umpire());
    }

    private Assay assay(String attribute, long limit) {
        return new Assay(
                attribute,
                limit,
                value(Reader.SELLER, attribute),
                value(Reader.BUYER, attribute),
                value(Reader.UMPIRE, attribute));
    }

    private @Nullable Long value(Reader reader, String attribute) {
        return performance
                .report(reader)
                .map(report -> report.values().get(attribute))
                .orElse(null);
    }

    private static @Nullable Long first(@Nullable Long... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Whether the process has left a state behind, or passed by it. */
    private boolean isOver(FulfilmentState state) {
        return performance.head().state().compareTo(state) > 0;
    }

    /**
     * What a claim took off the price is taken off its premium, and whoever takes the goods in spite of a limit beyond
     * which they could be refused pays what they are worth by the penalties.
     */
    private SettlementTerms amended() {
        var formula = terms.formula();
        var penalties = performance.head().state().isAccepted()
                ? formula.penalties().stream().map(Reckoning::withoutReject).toList()
                : formula.penalties();
        return new SettlementTerms(
                terms.quantity(),
                terms.quantityToleranceBp(),
                terms.overrunAccepted(),
                terms.basis(),
                terms.scale(),
                terms.weightStepGrams(),
                switch (formula) {
                    case PriceFormula.Fixed fixed ->
                        new PriceFormula.Fixed(Math.max(0, fixed.fenPerTonne() - deduction()), penalties);
                    case PriceFormula.Indexed indexed ->
                        new PriceFormula.Indexed(
                                indexed.references(), indexed.premiumFenPerTonne() - deduction(), penalties);
                },
                terms.tax(),
                terms.provisionalShareBp());
    }

    private long deduction() {
        var claim = performance.claim();
        return claim == null || claim.outcome() == null ? 0 : claim.outcome().fen();
    }

    private static Penalty withoutReject(Penalty penalty) {
        return new Penalty(penalty.attribute(), penalty.bad(), penalty.free(), null, penalty.deduction());
    }

    private static List<Allowance> allowances(SettlementTerms.Basis basis) {
        return switch (basis) {
            case SettlementTerms.Count ignored -> List.of();
            case SettlementTerms.DryNet dry -> List.of(dry.inclusion());
            case SettlementTerms.MoistureAdjusted adjusted -> List.of(adjusted.moisture(), adjusted.inclusion());
        };
    }
}
