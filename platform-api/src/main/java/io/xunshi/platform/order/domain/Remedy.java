package io.xunshi.platform.order.domain;

import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.OrderProblem;
import io.xunshi.platform.order.RemedyKind;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, proposed or decided.
 *
 * @param refund what the buyer gets: nothing, a part or the whole of the price, as the kind says
 */
public record Remedy(RemedyKind kind, Money refund) {

    /**
     * Raises {@link OrderProblem#REFUND_AMOUNT_WRONG} for a part that is none.
     *
     * @param part for a partial refund; null for the others, whose amount follows from the price
     */
    public static Remedy of(RemedyKind kind, @Nullable Money part, Money price) {
        return switch (kind) {
            case RETURN_AND_REFUND, REFUND_WITHOUT_RETURN -> new Remedy(kind, price);
            case NO_REFUND -> new Remedy(kind, Money.fen(0));
            case PARTIAL_REFUND -> {
                if (part == null || !part.currency().equals(price.currency()) || !isPart(part, price)) {
                    throw OrderProblem.REFUND_AMOUNT_WRONG.raise();
                }
                yield new Remedy(kind, part);
            }
        };
    }

    /** What was not received cannot be returned, and only an officer says that there is nothing to refund. */
    public boolean canBeProposedFor(DisputeReason reason) {
        return kind != RemedyKind.NO_REFUND && canBeDecidedFor(reason);
    }

    public boolean canBeDecidedFor(DisputeReason reason) {
        return kind != RemedyKind.RETURN_AND_REFUND || reason != DisputeReason.NOT_RECEIVED;
    }

    public boolean asksForReturn() {
        return kind == RemedyKind.RETURN_AND_REFUND;
    }

    private static boolean isPart(Money part, Money price) {
        return part.isPositive() && part.compareTo(price) < 0;
    }
}
