package io.xunshi.platform.pricing;

import io.xunshi.platform.pricing.Finding.Kind;
import io.xunshi.platform.pricing.Quantity.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a delivery comes to (结算), with every line of the arithmetic. A pure function of the contract's terms and of what
 * was weighed, read and fixed: the same facts in any order give the same figures.
 *
 * <p>A printed quantity that the contract names – an assay value, the settlement weight, the price, an amount of money
 * – is rounded half-even where it is printed, and the next line goes on with it, so that everybody can follow with a
 * pocket calculator. What is printed in between is exact inside.
 */
public sealed interface Settlement {

    List<Line> lines();

    List<Finding> findings();

    /**
     * A settlement in figures.
     *
     * @param weight in grams, or in pieces
     * @param payableWeight of it, what is paid for
     * @param price fen a tonne, or a piece
     */
    record Reckoned(
            long weight,
            long payableWeight,
            long price,
            Money money,
            List<Line> lines,
            List<Finding> findings,
            List<Fixing> usedFixings,
            String usedFixingsHash)
            implements Settlement {
        public Reckoned {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
            usedFixings = List.copyOf(usedFixings);
        }

        /** Nothing is still to come that could change it. */
        public boolean isFinal() {
            return findings.stream().noneMatch(finding -> finding.kind().keepsOpen());
        }
    }

    /** The buyer may refuse the load; the findings say for what. */
    record Refusable(List<Line> lines, List<Finding> findings) implements Settlement {
        public Refusable {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }
    }

    /** Something without which there are no figures; the findings say what. */
    record NotYet(List<Line> lines, List<Finding> findings) implements Settlement {
        public NotYet {
            lines = List.copyOf(lines);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Fen. What the buyer paid and still pays is what the seller gets and what goes back to the buyer: <code>
     * paid + depositSetOff + due = payable + refund</code>, and of a final settlement <code>
     * deposit = depositSetOff + depositReleased</code>; until then the deposit stays where it is.
     *
     * @param total = beforeTax + tax
     * @param payable by now: the total, or the provisional share of it while figures are open
     * @param paid before
     * @param deposit held for the deal
     * @param depositSetOff of it, what pays for the goods; only a final settlement takes it
     * @param depositReleased of it, what goes back now; only a final settlement lets it go
     * @param due what the buyer still pays now
     * @param refund what was paid too much
     */
    record Money(
            long beforeTax,
            long tax,
            long total,
            long payable,
            long paid,
            long deposit,
            long depositSetOff,
            long depositReleased,
            long due,
            long refund) {}

    /**
     * What the buyer has put in already, in fen.
     *
     * @param provisional what was paid for the goods
     * @param deposit what is held as security
     */
    record Paid(long provisional, long deposit) {
        public static final Paid NOTHING = new Paid(0, 0);

        public Paid {
            if (provisional < 0 || deposit < 0) {
                throw new IllegalArgumentException("Nobody pays less than nothing");
            }
        }
    }

    /** @param assays an attribute of the terms that is not among them has not been read yet */
    static Settlement of(SettlementTerms terms, Delivery delivery, Assay.Report assays, PriceFacts facts, Paid paid) {
        var sheet = new Sheet();
        var values = new AssayValues(new TreeMap<>(), sheet).settled(assays);
        var weight = new SettlementWeight(terms, values, sheet).of(delivery);
        var unit = terms.basis() instanceof SettlementTerms.Count ? Unit.FEN_PER_PIECE : Unit.FEN_PER_TONNE;
        var price = PriceComputation.of(terms.formula(), facts, values.byAttribute(), unit);
        assays.rejects().stream().sorted().forEach(reject -> sheet.find(Finding.of(Kind.HARD_REJECT, reject.name())));
        var lines = new ArrayList<>(sheet.lines());
        lines.addAll(price.lines());
        var findings = Stream.concat(sheet.findings().stream(), price.findings().stream())
                .distinct()
                .toList();
        if (findings.stream().anyMatch(Settlement::refusable)) {
            return new Refusable(lines, findings);
        }
        if (weight == null || price.fenPerTonne() == null) {
            return new NotYet(lines, findings);
        }
        var isFinal = findings.stream().noneMatch(finding -> finding.kind().keepsOpen());
        var reckoning = new Sheet();
        var money = new AmountDue(terms, reckoning).of(weight.payable(), price.fenPerTonne(), paid, isFinal);
        lines.addAll(reckoning.lines());
        return new Reckoned(
                weight.settled(),
                weight.payable(),
                price.fenPerTonne(),
                money,
                lines,
                findings,
                price.used(),
                price.usedHash());
    }

    private static boolean refusable(Finding finding) {
        return finding.kind() == Kind.REJECT_LIMIT || finding.kind() == Kind.HARD_REJECT;
    }
}
