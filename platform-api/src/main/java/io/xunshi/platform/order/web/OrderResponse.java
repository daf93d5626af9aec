package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.identity.AccountView;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.listing.AppraisalMark;
import io.xunshi.platform.listing.ConditionReport;
import io.xunshi.platform.listing.ShippingPayer;
import io.xunshi.platform.media.PhotoId;
import io.xunshi.platform.media.PhotoResponse;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.OrderState;
import io.xunshi.platform.order.OrderView.Step;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.StepCause;
import io.xunshi.platform.order.domain.Order;
import io.xunshi.platform.order.domain.OrderTimer;
import io.xunshi.platform.order.usecase.FindOrders.WholeOrder;
import io.xunshi.platform.payment.PaymentState;
import io.xunshi.platform.payment.PaymentView;
import io.xunshi.platform.shipping.ShipmentState;
import io.xunshi.platform.vehicle.VehicleView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as one of its sides sees it.
 *
 * @param price of the goods, of all pieces, without shipping
 * @param pieces how many of a stock, each at the same price; null for a unique thing
 * @param unitPrice what each piece costs
 * @param total what the buyer pays, all in
 * @param delivery null where the goods change hands in person
 * @param bundle null where it was bought alone
 * @param payUrl the buyer's, while there is something to pay
 * @param fee what the platform keeps: of what is refunded, nothing
 * @param refund what the buyer gets back after a dispute; null where there was none, or it has no outcome
 * @param dispute null in lists, and where there is none
 * @param pickupCode the buyer's, until the goods are handed over
 * @param transfer null for what is in no register of motor vehicles
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
        @Nullable Integer pieces,
        Money unitPrice,
        Money total,
        @Nullable DeliveryResponse delivery,
        @Nullable BundleBrief bundle,
        Money fee,
        Money sellerNet,
        @Nullable Money refund,
        Party buyer,
        Party seller,
        @Nullable Deadline deadline,
        @Nullable PaymentState payment,
        @Nullable String payUrl,
        @Nullable String pickupCode,
        @Nullable DisputeBrief dispute,
        String snapshotHash,
        @Nullable Transfer transfer,
        List<Action> actions,
        List<StepResponse> steps,
        Instant placedAt) {

    static OrderResponse of(WholeOrder whole, AccountId reader) {
        var order = whole.order();
        var side = order.sideOf(reader);
        var dispute = whole.dispute();
        var outcome = dispute == null ? null : dispute.outcome();
        return new OrderResponse(
                order.id().value(),
                order.code(),
                order.state(),
                side,
                Promised.of(whole),
                order.price(),
                order.pieces(),
                order.unitPrice(),
                order.total(),
                DeliveryResponse.of(whole),
                BundleBrief.of(order),
                outcome == null ? order.fee() : outcome.fee(),
                outcome == null ? sellerNetOf(order) : outcome.toSeller().plus(outcome.compensation()),
                outcome == null ? null : outcome.toBuyer(),
                Party.of(order.buyer(), whole.people()),
                Party.of(order.seller(), whole.people()),
                deadlineOf(order),
                whole.payment() == null ? null : whole.payment().state(),
                payUrlOf(order, side, whole.payment()),
                pickupCodeOf(order, side),
                dispute == null ? null : new DisputeBrief(dispute.id().value(), dispute.state()),
                order.snapshot().hash(),
                order.needsTransfer() ? new Transfer(order.transferConfirmedAt()) : null,
                actionsOf(whole, side),
                whole.steps().stream().map(StepResponse::of).toList(),
                order.placedAt());
    }

    /** What is left to the seller if all goes well. */
    private static Money sellerNetOf(Order order) {
        var delivery = order.delivery();
        var earned = order.price().minus(order.fee());
        return delivery != null && delivery.payer() == ShippingPayer.SELLER
                ? earned.minus(delivery.shipping())
                : earned;
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

    private static List<Action> actionsOf(WholeOrder whole, Side side) {
        var actions = new ArrayList<Action>();
        switch (whole.order().state()) {
            case AWAITING_PAYMENT -> {
                if (side == Side.BUYER) {
                    actions.addAll(List.of(Action.PAY, Action.CANCEL));
                }
            }
            case PAID -> {
                addTransfer(actions, whole.order(), side);
                actions.add(side == Side.BUYER ? Action.CONFIRM_RECEIPT : Action.HAND_OVER);
                actions.add(Action.CANCEL);
            }
            case HANDED_OVER -> {
                addTransfer(actions, whole.order(), side);
                actions.addAll(
                        side == Side.BUYER
                                ? List.of(Action.CONFIRM_RECEIPT, Action.OBJECT)
                                : List.of(Action.HAND_OVER));
            }
            case AWAITING_SHIPMENT -> {
                if (side == Side.SELLER) {
                    actions.add(isLabelled(whole) ? Action.PRINT_LABEL : Action.ASK_FOR_LABEL);
                }
                if (whole.order().part() == null) {
                    actions.add(Action.CANCEL);
                }
            }
            case IN_TRANSIT, DELIVERED -> {
                if (side == Side.BUYER) {
                    actions.add(Action.CONFIRM_RECEIPT);
                }
            }
            case COLLECTING, CANCELLING_SHIPMENT, DISPUTED, COMPLETED, EXPIRED, CANCELLING, CANCELLED -> {}
        }
        if (side == Side.BUYER && whole.isDisputable()) {
            actions.add(Action.OPEN_DISPUTE);
        }
        return List.copyOf(actions);
    }

    private static void addTransfer(List<Action> actions, Order order, Side side) {
        if (side == Side.BUYER && order.lacksTransfer()) {
            actions.add(Action.CONFIRM_TRANSFER);
        }
    }

    private static boolean isLabelled(WholeOrder whole) {
        var shipment = whole.shipment();
        return shipment != null && shipment.state() == ShipmentState.BOOKED;
    }

    enum Action {
        PAY,
        CANCEL,
        HAND_OVER,
        ASK_FOR_LABEL,
        PRINT_LABEL,
        CONFIRM_TRANSFER,
        CONFIRM_RECEIPT,
        OBJECT,
        OPEN_DISPUTE
    }

    /**
     * That it was bought together with others.
     *
     * @param size how many things were
     * @param discount what was taken off this one
     */
    record BundleBrief(UUID id, int size, Money discount) {

        static @Nullable BundleBrief of(Order order) {
            var part = order.part();
            return part == null ? null : new BundleBrief(part.bundle().value(), part.size(), part.discount());
        }
    }

    /** @param confirmedAt when the buyer said that the vehicle stands in their name; null until then */
    record Transfer(@Nullable Instant confirmedAt) {}

    record DisputeBrief(UUID id, DisputeState state) {}

    /** @param kind which timer runs */
    record Deadline(OrderTimer kind, Instant at) {}

    record StepResponse(OrderState state, Instant at, StepCause cause) {

        static StepResponse of(Step step) {
            return new StepResponse(step.state(), step.at(), step.cause());
        }
    }

    record Party(UUID id, String displayName) {

        static Party of(AccountId id, Map<AccountId, AccountView> people) {
            var person = people.get(id);
            return new Party(id.value(), person == null ? "" : person.displayName());
        }
    }

    /**
     * What was promised, as it was then.
     *
     * @param report what the owner answered about its condition; null where nothing was answered
     * @param vehicle papers and mileage; null for other goods
     * @param appraisal what a licensed appraiser had certified; null without a certificate that was valid then
     */
    record Promised(
            UUID id,
            String code,
            String title,
            String description,
            String categoryCode,
            String conditionCode,
            String districtCode,
            @Nullable ConditionReport report,
            @Nullable VehicleView vehicle,
            @Nullable AppraisalMark appraisal,
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
                    said.report(),
                    said.vehicle(),
                    said.appraisal(),
                    picture);
        }
    }
}
