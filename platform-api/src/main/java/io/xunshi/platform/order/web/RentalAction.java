package io.xunshi.platform.order.web;

import io.xunshi.platform.order.ExtensionState;
import io.xunshi.platform.order.RentalSide;
import io.xunshi.platform.order.RentalState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a side of a rental may do. */
enum RentalAction {
    PAY,
    CANCEL,
    /** Write down what the thing is like as it leaves the owner. */
    RECORD_HANDOVER,
    HAND_OVER,
    /** Write down what the thing is like as it comes back. */
    RECORD_RETURN,
    /** The tenant, with the owner's code. */
    GIVE_BACK,
    /** The owner, without a code. */
    TAKE_BACK,
    APPROVE,
    CLAIM_DAMAGE,
    ACCEPT_CLAIM,
    CONTEST_CLAIM,
    EXTEND,
    PAY_EXTENSION,
    CONSENT_EXTENSION,
    REFUSE_EXTENSION;

    /** @param state null where there never was an extension */
    static List<RentalAction> ofExtension(@Nullable ExtensionState state, RentalSide side) {
        var isOpen = state != null && state.isWaiting();
        return switch (side) {
            case TENANT ->
                isOpen
                        ? state == ExtensionState.AWAITING_PAYMENT ? List.of(PAY_EXTENSION) : List.of()
                        : List.of(EXTEND);
            case OWNER -> state == ExtensionState.ASKED ? List.of(CONSENT_EXTENSION, REFUSE_EXTENSION) : List.of();
        };
    }

    static List<RentalAction> of(RentalState state, RentalSide side) {
        return switch (side) {
            case TENANT -> ofTenant(state);
            case OWNER -> ofOwner(state);
        };
    }

    private static List<RentalAction> ofTenant(RentalState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> List.of(PAY, CANCEL);
            case PAID -> List.of(RECORD_HANDOVER, CANCEL);
            case HANDED_OVER -> List.of(RECORD_HANDOVER, RECORD_RETURN, GIVE_BACK);
            case OVERDUE -> List.of(RECORD_RETURN, GIVE_BACK);
            case RETURNED -> List.of(RECORD_RETURN);
            case DAMAGE_CLAIMED -> List.of(ACCEPT_CLAIM, CONTEST_CLAIM);
            case COLLECTING, CONTESTED, SETTLING, SETTLED, EXPIRED, CANCELLING, CANCELLED -> List.of();
        };
    }

    private static List<RentalAction> ofOwner(RentalState state) {
        return switch (state) {
            case PAID -> List.of(RECORD_HANDOVER, HAND_OVER, CANCEL);
            case HANDED_OVER -> List.of(RECORD_HANDOVER, RECORD_RETURN, TAKE_BACK);
            case OVERDUE -> List.of(RECORD_RETURN, TAKE_BACK);
            case RETURNED -> List.of(RECORD_RETURN, APPROVE, CLAIM_DAMAGE);
            case AWAITING_PAYMENT,
                    COLLECTING,
                    DAMAGE_CLAIMED,
                    CONTESTED,
                    SETTLING,
                    SETTLED,
                    EXPIRED,
                    CANCELLING,
                    CANCELLED -> List.of();
        };
    }
}
