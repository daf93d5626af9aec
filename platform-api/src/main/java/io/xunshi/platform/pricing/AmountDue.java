package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Line.Input;
import io.xunshi.platform.pricing.Line.Rule;
import io.xunshi.platform.pricing.Quantity.Unit;
import io.xunshi.platform.pricing.Settlement.Money;
import io.xunshi.platform.pricing.Settlement.Paid;

/** From a weight and a price to what is still to be paid, in fen. */
final class AmountDue {
    private static final long GRAMS_PER_TONNE = 1_000_000;

    private final SettlementTerms terms;
    private final Sheet sheet;

    AmountDue(SettlementTerms terms, Sheet sheet) {
        this.terms = terms;
        this.sheet = sheet;
    }

    Money of(long payableWeight, long price, Paid paid, boolean isFinal) {
        var taxed = taxed(goods(payableWeight, price));
        var payable = isFinal ? taxed.total() : provisional(taxed.total());
        var open = Math.max(0, payable - paid.provisional());
        var refund = Math.max(0, paid.provisional() - payable);
        var setOff = isFinal ? Math.min(paid.deposit(), open) : 0;
        var released = isFinal ? paid.deposit() - setOff : 0;
        var due = open - setOff;
        print(Rule.PAID_BEFORE, paid.provisional());
        print(Rule.DEPOSIT_SET_OFF, setOff);
        print(Rule.DEPOSIT_RELEASED, released);
        print(Rule.REFUND, refund);
        sheet.add(Line.of(Rule.DUE, "", fen(due)));
        return new Money(
                taxed.beforeTax(),
                taxed.tax(),
                taxed.total(),
                payable,
                paid.provisional(),
                paid.deposit(),
                setOff,
                released,
                due,
                refund);
    }

    private long goods(long payableWeight, long price) {
        var pieces = terms.basis() instanceof SettlementTerms.Count;
        var amount = Ratio.of(payableWeight)
                .times(Ratio.of(price))
                .dividedBy(Ratio.of(pieces ? 1 : GRAMS_PER_TONNE))
                .rounded();
        sheet.add(Line.of(
                Rule.GOODS_AMOUNT,
                "",
                fen(amount),
                Input.of("weight", payableWeight, pieces ? Unit.PIECE : Unit.GRAM),
                Input.of("price", price, pieces ? Unit.FEN_PER_PIECE : Unit.FEN_PER_TONNE)));
        return amount;
    }

    private Taxed taxed(long amount) {
        var tax = terms.tax();
        if (tax.rateBp() == 0) {
            return total(new Taxed(amount, 0));
        }
        var rate = Input.of("rate", tax.rateBp(), Unit.BASIS_POINT);
        var from = Input.of("amount", amount, Unit.FEN);
        if (!tax.included()) {
            var onTop = Ratio.of(amount).times(Ratio.basisPoints(tax.rateBp())).rounded();
            sheet.add(Line.of(Rule.TAX_ON_TOP, "", fen(onTop), from, rate));
            return total(new Taxed(amount, onTop));
        }
        var whole = Ratio.basisPoints(SettlementTerms.WHOLE_BP + tax.rateBp());
        var net = Ratio.of(amount).dividedBy(whole).rounded();
        sheet.add(Line.of(Rule.NET_OF_TAX, "", fen(net), from, rate));
        sheet.add(Line.of(Rule.TAX_WITHIN, "", fen(amount - net), from, Input.of("net", net, Unit.FEN)));
        return total(new Taxed(net, amount - net));
    }

    private Taxed total(Taxed taxed) {
        sheet.add(Line.of(
                Rule.TOTAL,
                "",
                fen(taxed.total()),
                Input.of("net", taxed.beforeTax(), Unit.FEN),
                Input.of("tax", taxed.tax(), Unit.FEN)));
        return taxed;
    }

    private long provisional(long total) {
        var share = terms.provisionalOf(total);
        sheet.add(Line.of(
                Rule.PROVISIONAL_SHARE,
                "",
                fen(share),
                Input.of("total", total, Unit.FEN),
                Input.of("share", terms.provisionalShareBp(), Unit.BASIS_POINT)));
        return share;
    }

    private void print(Rule rule, long amount) {
        if (amount != 0) {
            sheet.add(Line.of(rule, "", fen(amount)));
        }
    }

    private static Quantity fen(long amount) {
        return Quantity.of(amount, Unit.FEN);
    }

    private record Taxed(long beforeTax, long tax) {
        long total() {
            return Math.addExact(beforeTax, tax);
        }
    }
}
