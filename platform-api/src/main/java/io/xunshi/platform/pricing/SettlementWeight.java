package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Line.Input;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Quantity.Unit;
import io.xunshi.platform.pricing.SettlementTerms.Allowance;
import io.xunshi.platform.pricing.SettlementTerms.Beyond;
import io.xunshi.platform.pricing.SettlementTerms.Count;
import io.xunshi.platform.pricing.SettlementTerms.DryNet;
import io.xunshi.platform.pricing.SettlementTerms.MoistureAdjusted;
import io.xunshi.platform.pricing.WeighTicket.Scale;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much is settled (结算重量), and how much of that is paid for. */
final class SettlementWeight {
    private final SettlementTerms terms;
    private final AssayValues assays;
    private final Sheet sheet;

    SettlementWeight(SettlementTerms terms, AssayValues assays, Sheet sheet) {
        this.terms = terms;
        this.assays = assays;
        this.sheet = sheet;
    }

    /** Null where nothing was weighed or counted that could be settled. */
    @Nullable
    Settled of(Delivery delivery) {
        return switch (terms.basis()) {
            case Count ignored -> counted(delivery.pieces());
            case DryNet basis -> weighed(delivery, null, basis.inclusion(), false);
            case MoistureAdjusted basis -> weighed(delivery, basis.moisture(), basis.inclusion(), basis.bothWays());
        };
    }

    private @Nullable Settled counted(long pieces) {
        if (pieces == 0) {
            sheet.find(Finding.of(Kind.NOTHING_WEIGHED, ""));
            return null;
        }
        sheet.add(Line.of(Rule.COUNTED_PIECES, "", Quantity.of(pieces, Unit.PIECE)));
        return within(pieces, Unit.PIECE);
    }

    private @Nullable Settled weighed(
            Delivery delivery, @Nullable Allowance moisture, Allowance inclusion, boolean bothWays) {
        var net = countedNet(delivery.tickets());
        if (net == null) {
            return null;
        }
        var dry = moisture == null ? Ratio.of(net) : atContractMoisture(Ratio.of(net), moisture, bothWays);
        var clean = withoutInclusions(dry, inclusion);
        var settled = clean.roundedTo(terms.weightStepGrams());
        sheet.add(Line.of(
                Rule.SETTLEMENT_WEIGHT,
                "",
                Quantity.of(settled, Unit.GRAM),
                new Input("exact", Quantity.printed(clean, Unit.GRAM)),
                Input.of("step", terms.weightStepGrams(), Unit.GRAM)));
        return within(settled, Unit.GRAM);
    }

    private @Nullable Long countedNet(List<WeighTicket> tickets) {
        var distinct = distinct(tickets);
        if (distinct.stream().anyMatch(ticket -> ticket.netGrams() < 0)) {
            return null;
        }
        var seller = sideNet(distinct, Scale.SELLER);
        var buyer = sideNet(distinct, Scale.BUYER);
        var third = sideNet(distinct, Scale.THIRD);
        var counted = seller == null || buyer == null ? alone(seller, buyer) : compared(seller, buyer, third);
        if (counted == null || counted.grams() == 0) {
            sheet.find(Finding.of(Kind.NOTHING_WEIGHED, ""));
            return null;
        }
        sheet.add(Line.of(Rule.COUNTED_NET, counted.scale().name(), Quantity.of(counted.grams(), Unit.GRAM)));
        return counted.grams();
    }

    private List<WeighTicket> distinct(List<WeighTicket> tickets) {
        var seen = new HashSet<WeighTicket>();
        for (var ticket : sorted(tickets)) {
            if (!seen.add(ticket)) {
                sheet.find(Finding.of(Kind.TICKET_TWICE, ticket.plate()));
                continue;
            }
            sheet.add(Line.of(
                    Rule.NET,
                    ticket.scale() + " " + ticket.plate(),
                    Quantity.of(ticket.netGrams(), Unit.GRAM),
                    Input.of("gross", ticket.grossGrams(), Unit.GRAM),
                    Input.of("tare", ticket.tareGrams(), Unit.GRAM)));
            if (ticket.netGrams() < 0) {
                sheet.find(
                        new Finding(Kind.TARE_OVER_GROSS, ticket.plate(), Quantity.of(-ticket.netGrams(), Unit.GRAM)));
            }
        }
        return sorted(List.copyOf(seen));
    }

    /** So that the lines, too, do not depend on the order in which tickets came. */
    private static List<WeighTicket> sorted(List<WeighTicket> tickets) {
        return tickets.stream()
                .sorted(Comparator.comparing(WeighTicket::scale)
                        .thenComparing(WeighTicket::grossAt)
                        .thenComparing(WeighTicket::plate)
                        .thenComparing(WeighTicket::deviceId)
                        .thenComparing(WeighTicket::grossGrams)
                        .thenComparing(WeighTicket::tareGrams)
                        .thenComparing(WeighTicket::tareAt))
                .toList();
    }

    /** Null where the scale has not weighed. */
    private @Nullable Long sideNet(List<WeighTicket> tickets, Scale scale) {
        var own = tickets.stream().filter(ticket -> ticket.scale() == scale).toList();
        if (own.isEmpty()) {
            return null;
        }
        var net = own.stream().map(WeighTicket::netGrams).reduce(0L, Math::addExact);
        sheet.add(Line.of(
                Rule.SIDE_NET, scale.name(), Quantity.of(net, Unit.GRAM), Input.of("tickets", own.size(), Unit.COUNT)));
        return net;
    }

    private @Nullable Counted alone(@Nullable Long seller, @Nullable Long buyer) {
        sheet.find(Finding.of(Kind.SIDE_NOT_WEIGHED, (seller == null ? Scale.SELLER : Scale.BUYER).name()));
        if (seller != null) {
            return new Counted(Scale.SELLER, seller);
        }
        return buyer == null ? null : new Counted(Scale.BUYER, buyer);
    }

    private Counted compared(long seller, long buyer, @Nullable Long third) {
        var rule = terms.scale();
        var difference = buyer - seller;
        var limit = Ratio.of(seller).times(Ratio.basisPoints(rule.toleranceBp()));
        sheet.add(Line.of(
                Rule.SCALE_DIFFERENCE,
                "",
                Quantity.of(difference, Unit.GRAM),
                Input.of("seller", seller, Unit.GRAM),
                Input.of("buyer", buyer, Unit.GRAM),
                Input.of("tolerance", rule.toleranceBp(), Unit.BASIS_POINT),
                new Input("limit", Quantity.printed(limit, Unit.GRAM))));
        var contractSide = new Counted(rule.contractScale(), rule.side() == Side.SELLER ? seller : buyer);
        if (Ratio.of(Math.abs(difference)).compareTo(limit) <= 0) {
            return contractSide;
        }
        sheet.find(new Finding(
                difference < 0 ? Kind.SCALE_SHORT : Kind.SCALE_OVER, "", Quantity.of(Math.abs(difference), Unit.GRAM)));
        if (third != null) {
            return new Counted(Scale.THIRD, third);
        }
        return rule.beyond() == Beyond.RECEIVED ? new Counted(Scale.BUYER, buyer) : contractSide;
    }

    private Ratio atContractMoisture(Ratio net, Allowance moisture, boolean bothWays) {
        var measured = read(moisture);
        if (measured == null || measured <= moisture.contractBp() && !bothWays) {
            return net;
        }
        var adjusted = net.times(rest(measured)).dividedBy(rest(moisture.contractBp()));
        sheet.add(deduction(Rule.MOISTURE, moisture, measured, net, adjusted));
        return adjusted;
    }

    private Ratio withoutInclusions(Ratio net, Allowance inclusion) {
        var measured = read(inclusion);
        if (measured == null || measured <= inclusion.contractBp()) {
            return net;
        }
        var clean = net.times(rest(measured - inclusion.contractBp()));
        sheet.add(deduction(Rule.INCLUSION, inclusion, measured, net, clean));
        return clean;
    }

    private @Nullable Long read(Allowance allowance) {
        var measured = assays.of(allowance.attribute());
        if (measured == null) {
            sheet.find(Finding.of(Kind.ASSAY_MISSING, allowance.attribute()));
        }
        return measured;
    }

    private static Line deduction(Rule rule, Allowance allowance, long measured, Ratio before, Ratio after) {
        return Line.of(
                rule,
                allowance.attribute(),
                Quantity.printed(after, Unit.GRAM),
                new Input("weight", Quantity.printed(before, Unit.GRAM)),
                Input.of("measured", measured, Unit.BASIS_POINT),
                Input.of("contract", allowance.contractBp(), Unit.BASIS_POINT));
    }

    /** What is left of a whole without so many basis points; never less than nothing. */
    private static Ratio rest(long points) {
        return Ratio.basisPoints(SettlementTerms.WHOLE_BP - points).atLeast(Ratio.ZERO);
    }

    /** What the contract takes of it (数量溢短装). */
    private Settled within(long weight, Unit unit) {
        var quantity = Ratio.of(terms.quantity());
        var tolerance = quantity.times(Ratio.basisPoints(terms.quantityToleranceBp()));
        var least = quantity.minus(tolerance);
        var most = quantity.plus(tolerance);
        if (Ratio.of(weight).compareTo(least) < 0) {
            var missing = least.minus(Ratio.of(weight));
            sheet.find(new Finding(Kind.SHORTFALL, "", Quantity.printed(missing, unit)));
        }
        if (Ratio.of(weight).compareTo(most) <= 0) {
            return new Settled(weight, weight);
        }
        var over = Quantity.printed(Ratio.of(weight).minus(most), unit);
        sheet.find(new Finding(terms.overrunAccepted() ? Kind.OVERRUN_PAID : Kind.OVERRUN_UNPAID, "", over));
        var payable = terms.overrunAccepted() ? weight : Math.min(weight, most.rounded());
        sheet.add(Line.of(
                Rule.PAYABLE_WEIGHT,
                "",
                Quantity.of(payable, unit),
                Input.of("weight", weight, unit),
                new Input("most", Quantity.printed(most, unit))));
        return new Settled(weight, payable);
    }

    /** @param payable of the settled weight, what is paid for */
    record Settled(long settled, long payable) {}

    private record Counted(Scale scale, long grams) {}
}
