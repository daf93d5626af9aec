package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView.Step;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.usecase.FindOrders.WholeOrder;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as one of its sides sees it.
 *
 * @param payUrl the buyer's, while there is something to pay
 * @param pickupCode the buyer's, until the goods are handed over
 * @param actions what the reader may do now
 * @param steps what happened, oldest first; empty in lists
 */
record OrderResponse(
        UUID id,
        String code,
        OrderState state,
        Side side,
        Promised listing,
        Money price,
        Money fee,
        Money sellerNet,
        Party buyer,
        Party seller,
        @Nullable Deadline deadline,
        @Nullable PaymentState payment,
        @Nullable String payUrl,
        @Nullable String pickupCode,
        String snapshotHash,
        List<Action> actions,
        List<StepResponse> steps,
        Instant placedAt) {

    static OrderResponse of(WholeOrder whole, AccountId reader) {
        var order = whole.order();
        var side = order.sideOf(reader);
        return new OrderResponse(
                order.id().value(),
                order.code(),
                order.state(),
                side,
                Promised.of(whole),
                order.price(),
                order.fee(),
                order.price().minus(order.fee()),
                Party.of(order.buyer(), whole.people()),
                Party.of(order.seller(), whole.people()),
                deadlineOf(order),
                whole.payment() == null ? null : whole.payment().state(),
                payUrlOf(order, side, whole.payment()),
                pickupCodeOf(order, side),
                order.snapshot().hash(),
                actionsOf(order.state(), side),
                whole.steps().stream().map(StepResponse::of).toList(),
                order.placedAt());
    }

    private static @Nullable Deadline deadlineOf(Order order) {
        var at = order.deadline();
        return at == null
                ? null
                : OrderTimer.of(order.state())
                        .map(timer -> new Deadline(timer, at))
                        .orElse(null);
    }

    private static @Nullable String payUrlOf(Order order, Side side, @Nullable PaymentView payment) {
        return side == Side.BUYER && order.state() == OrderState.AWAITING_PAYMENT && payment != null
                ? payment.payUrl()
                : null;
    }

    private static @Nullable String pickupCodeOf(Order order, Side side) {
        var useful = order.state() == OrderState.PAID || order.state() == OrderState.HANDED_OVER;
        return side == Side.BUYER && useful ? order.pickupCode() : null;
    }

    private static List<Action> actionsOf(OrderState state, Side side) {
        var actions = new ArrayList<Action>();
        switch (state) {
            case AWAITING_PAYMENT -> {
                if (side == Side.BUYER) {
                    actions.addAll(List.of(Action.PAY, Action.CANCEL));
                }
            }
            case PAID -> {
                actions.add(side == Side.BUYER ? Action.CONFIRM_RECEIPT : Action.HAND_OVER);
                actions.add(Action.CANCEL);
            }
            case HANDED_OVER ->
                actions.addAll(
                        side == Side.BUYER
                                ? List.of(Action.CONFIRM_RECEIPT, Action.OBJECT)
                                : List.of(Action.HAND_OVER));
            case COLLECTING, COMPLETED, EXPIRED, CANCELLING, CANCELLED -> {}
        }
        return List.copyOf(actions);
    }

    enum Action {
        PAY,
        CANCEL,
        HAND_OVER,
        CONFIRM_RECEIPT,
        OBJECT
    }

    /** @param kind which timer runs */
    record Deadline(OrderTimer kind, Instant at) {}

    record StepResponse(OrderState state, Instant at) {

        static StepResponse of(Step step) {
            return new StepResponse(step.state(), step.at());
        }
    }

    record Party(UUID id, String displayName) {

        static Party of(AccountId id, Map<AccountId, AccountView> people) {
            var person = people.get(id);
            return new Party(id.value(), person == null ? "" : person.displayName());
        }
    }

    /** What was promised, as it was then. */
    record Promised(
            UUID id,
            String code,
            String title,
            String description,
            String categoryCode,
            String conditionCode,
            String districtCode,
            @Nullable PhotoResponse photo) {

        static Promised of(WholeOrder whole) {
            var said = whole.order().snapshot();
            var picture = said.photoIds().stream()
                    .findFirst()
                    .map(PhotoId::new)
                    .map(whole.pictures()::get)
                    .map(PhotoResponse::of)
                    .orElse(null);
            return new Promised(
                    whole.order().listingId(),
                    said.listingCode(),
                    said.title(),
                    said.description(),
                    said.categoryCode(),
                    said.conditionCode(),
                    said.districtCode(),
                    picture);
        }
    }
}
