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
 */
public record Particulars(
        @Nullable String wipeCertificate,
        @Nullable Long refundFen,
        @Nullable String point) {
    public static final Particulars NONE = new Particulars(null, null, null);

    private static final String WIPE = "wipe";
    private static final String REFUND = "refundFen";
    private static final String POINT = "point";
    private static final String MODE = "mode";

    public static Particulars ofDevice(String wipeCertificate) {
        return new Particulars(wipeCertificate, null, null);
    }

    public static Particulars ofOutcome(long refundFen) {
        return new Particulars(null, refundFen, null);
    }

    public static Particulars ofPoint(String point) {
        return new Particulars(null, null, point);
    }

    void checkFor(TradeRecord.Step step) {
        if (step.isOutcome() != (refundFen != null)) {
            throw new IllegalArgumentException("A refund is named by the outcome of a dispute, and by nothing else");
        }
        if (step.isAtPoint() != (point != null)) {
            throw new IllegalArgumentException(
                    "What happens at a counter, a corner or a market day, and nothing else, names it");
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
    }

    static Particulars in(Map<?, ?> members) {
        return new Particulars(
                members.containsKey(WIPE) ? TradeRecord.text(members, WIPE) : null,
                members.containsKey(REFUND) ? TradeRecord.number(members, REFUND) : null,
                members.containsKey(POINT) ? TradeRecord.text(members, POINT) : null);
    }
}
