package io.xunshi.transparency.record;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What only some steps and some goods have; a record lacks the member of what is null.
 *
 * @param wipeCertificate SHA-256 of a device's data-wipe certificate (GB 46864-2025), hexadecimal; of things that hold
 *     data
 * @param refundFen what of the price is the buyer's again; of the outcome of a dispute
 * @param point the code of the consignment point whose counter it was sold over, of the book corner that it left, or of
 *     the market day at which it was sold
 * @param pieces how many pieces of a stock the price is for, each at the same; of purchases, and null for a unique
 *     thing
 */
public record Particulars(
        @Nullable String wipeCertificate,
        @Nullable Long refundFen,
        @Nullable String point,
        @Nullable Integer pieces) {
    public static final Particulars NONE = new Particulars(null, null, null, null);

    private static final String WIPE = "wipe";
    private static final String REFUND = "refundFen";
    private static final String POINT = "point";
    private static final String PIECES = "pieces";
    private static final String MODE = "mode";

    public static Particulars ofDevice(String wipeCertificate) {
        return new Particulars(wipeCertificate, null, null, null);
    }

    public static Particulars ofOutcome(long refundFen) {
        return new Particulars(null, refundFen, null, null);
    }

    public static Particulars ofPoint(String point) {
        return new Particulars(null, null, point, null);
    }

    public static Particulars ofPieces(int pieces) {
        return new Particulars(null, null, null, pieces);
    }

    void checkFor(TradeRecord.Step step, long priceFen) {
        if (step.isOutcome() != (refundFen != null)) {
            throw new IllegalArgumentException("A refund is named by the outcome of a dispute, and by nothing else");
        }
        if (step.isAtPoint() != (point != null)) {
            throw new IllegalArgumentException(
                    "What happens at a counter, a corner or a market day, and nothing else, names it");
        }
        if (pieces != null && (pieces < 1 || priceFen % pieces != 0 || !step.isOfPurchase())) {
            throw new IllegalArgumentException("A purchase of pieces names how many, and each costs the same");
        }
    }

    void addTo(Map<String, Object> members, TradeRecord.Step step) {
        if (wipeCertificate != null) {
            members.put(WIPE, wipeCertificate);
        }
        if (refundFen != null) {
            members.put(REFUND, refundFen);
        }
        if (point != null) {
            members.put(MODE, Objects.requireNonNull(step.mode()));
            members.put(POINT, point);
        }
        if (pieces != null) {
            members.put(PIECES, (long) pieces);
        }
    }

    /** How many of a record's members they are. */
    int members() {
        return (wipeCertificate == null ? 0 : 1)
                + (refundFen == null ? 0 : 1)
                + (point == null ? 0 : 2)
                + (pieces == null ? 0 : 1);
    }

    /** @throws IllegalArgumentException where what kind of place it is is not that of the step */
    static Particulars in(Map<?, ?> members, TradeRecord.Step step) {
        if (!Objects.equals(members.get(MODE), members.containsKey(POINT) ? step.mode() : null)) {
            throw new IllegalArgumentException("A trade record has the place's kind as mode");
        }
        return new Particulars(
                members.containsKey(WIPE) ? TradeRecord.text(members, WIPE) : null,
                members.containsKey(REFUND) ? TradeRecord.number(members, REFUND) : null,
                members.containsKey(POINT) ? TradeRecord.text(members, POINT) : null,
                members.containsKey(PIECES) ? Math.toIntExact(TradeRecord.number(members, PIECES)) : null);
    }
}
