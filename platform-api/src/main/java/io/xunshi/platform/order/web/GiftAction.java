package io.xunshi.platform.order.web;

import io.xunshi.platform.listing.GiftChoice;
import io.xunshi.platform.order.GiftAskState;
import io.xunshi.platform.order.GiftState;
import io.xunshi.platform.order.domain.Gift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody may do with a gift. */
enum GiftAction {
    ASK,
    WITHDRAW,
    CONFIRM_RECEIPT,
    CONTEST_NO_SHOW,
    CHOOSE,
    HAND_OVER,
    BREAK_PROMISE;

    static List<GiftAction> ofGiver(Gift gift, long waiting) {
        return switch (gift.state()) {
            case OPEN, CHOOSING ->
                gift.terms().choice() == GiftChoice.GIVERS_CHOICE && waiting > 0 ? List.of(CHOOSE) : List.of();
            case PROMISED -> List.of(HAND_OVER, BREAK_PROMISE);
            case GIVEN, ENDED -> List.of();
        };
    }

    static List<GiftAction> ofAsker(GiftAskState state, @Nullable String objection) {
        return switch (state) {
            case WAITING -> List.of(WITHDRAW);
            case PROMISED -> List.of(CONFIRM_RECEIPT, WITHDRAW);
            case NO_SHOW -> objection == null ? List.of(CONTEST_NO_SHOW) : List.of();
            case RECEIVED, BROKEN, WITHDRAWN, PASSED -> List.of();
        };
    }

    static List<GiftAction> ofVisitor(Gift gift) {
        var mayAsk = gift.state() == GiftState.OPEN
                || gift.state() == GiftState.PROMISED && gift.terms().choice() == GiftChoice.FIRST_COME;
        return mayAsk ? List.of(ASK) : List.of();
    }
}
