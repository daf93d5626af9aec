package io.xunshi.platform.order.web;

import io.xunshi.platform.order.domain.Swap;
import io.xunshi.platform.order.domain.SwapParty;
import io.xunshi.platform.order.domain.SwapRing;
import java.util.ArrayList;
import java.util.List;

/** What who takes part in a swap may do. */
enum SwapAction {
    CONSENT,
    DECLINE,
    /** Propose something else. */
    COUNTER,
    WITHDRAW,
    PAY,
    CANCEL,
    /** Type the code of who gets one's thing. */
    HAND_OVER,
    /** Type the code of whom one brings a thing back to. */
    GIVE_BACK,
    /** Say that one has it back. */
    TAKE_BACK;

    static List<SwapAction> of(Swap swap, SwapParty party) {
        return switch (swap.state()) {
            case PROPOSED -> ofProposal(swap, party);
            case AWAITING_PAYMENT -> party.pays().isPositive() ? List.of(PAY, CANCEL) : List.of(CANCEL);
            case AGREED -> party.handedOver() ? List.of(CANCEL) : List.of(HAND_OVER, CANCEL);
            case RETURNING -> ofReturning(swap, party);
            case DECLINED, WITHDRAWN, COUNTERED, LAPSED, COLLECTING, SETTLED, BROKEN, EXPIRED, CANCELLING, CANCELLED ->
                List.of();
        };
    }

    private static List<SwapAction> ofProposal(Swap swap, SwapParty party) {
        if (party.consented()) {
            return List.of(WITHDRAW);
        }
        return swap.ring().parties().size() == SwapRing.SMALLEST
                ? List.of(CONSENT, COUNTER, DECLINE)
                : List.of(CONSENT, DECLINE);
    }

    private static List<SwapAction> ofReturning(Swap swap, SwapParty party) {
        var actions = new ArrayList<SwapAction>();
        if (swap.ring().giverTo(party).isAway()) {
            actions.add(GIVE_BACK);
        }
        if (party.isAway()) {
            actions.add(TAKE_BACK);
        }
        return List.copyOf(actions);
    }
}
