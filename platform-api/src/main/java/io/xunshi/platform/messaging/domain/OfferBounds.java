package io.xunshi.platform.messaging.domain;

import io.xunshi.platform.http.FieldFault;
import io.xunshi.platform.kernel.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller has decided beforehand about the offers for a listing. Nobody else ever sees the bounds.
 *
 * @param takesOffers whether buyers may offer at all (可议价); the seller may name prices in any case
 * @param autoAccept an offer of at least this much is accepted at once; null where none is
 * @param autoDecline an offer of less than this is declined at once; null where none is
 */
public record OfferBounds(
        boolean takesOffers,
        @Nullable Money autoAccept,
        @Nullable Money autoDecline) {
    /** What holds for a listing whose seller has decided nothing. */
    public static final OfferBounds UNDECIDED = new OfferBounds(true, null, null);

    /** The most that a listing may ask, and so the most that a bound is good for: ten million yuan. */
    private static final long BOUND_FEN_MAX = 1_000_000_000;

    /** What happens to a buyer's offer of this price. */
    public Verdict verdictOn(Money price) {
        if (autoAccept != null && price.compareTo(autoAccept) >= 0) {
            return Verdict.ACCEPT;
        }
        return autoDecline != null && price.compareTo(autoDecline) < 0 ? Verdict.DECLINE : Verdict.ASK;
    }

    /** All that is wrong with them. */
    public List<FieldFault> faults() {
        var faults = new ArrayList<FieldFault>();
        if (isNoPrice(autoAccept)) {
            faults.add(new FieldFault("autoAccept", "messaging.field.bound-range"));
        }
        if (isNoPrice(autoDecline)) {
            faults.add(new FieldFault("autoDecline", "messaging.field.bound-range"));
        }
        if (faults.isEmpty() && autoAccept != null && autoDecline != null && autoDecline.compareTo(autoAccept) > 0) {
            faults.add(new FieldFault("autoDecline", "messaging.field.bounds-crossed"));
        }
        return List.copyOf(faults);
    }

    private static boolean isNoPrice(@Nullable Money bound) {
        return bound != null
                && !(bound.currency().equals(Money.CNY) && bound.amount() >= 1 && bound.amount() <= BOUND_FEN_MAX);
    }

    /** What the bounds say of an offer. */
    public enum Verdict {
        ACCEPT,
        /** The seller answers in person. */
        ASK,
        DECLINE
    }
}
