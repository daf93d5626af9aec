package io.xunshi.platform.consignment.web;

import io.xunshi.platform.consignment.domain.DrawerMovement;
import io.xunshi.platform.consignment.domain.Shift;
import io.xunshi.platform.consignment.usecase.KeepTill.Till;
import io.xunshi.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift of the cash drawer.
 *
 * @param expected what should be in the drawer
 * @param closing null while it is open
 * @param movements oldest first; empty in lists
 */
record ShiftResponse(
        UUID id,
        Instant openedAt,
        Money opening,
        Money expected,
        @Nullable ClosingResponse closing,
        List<MovementResponse> movements) {

    static ShiftResponse of(Till till) {
        return of(till.shift(), till.movements());
    }

    static ShiftResponse of(Shift shift) {
        return of(shift, List.of());
    }

    private static ShiftResponse of(Shift shift, List<DrawerMovement> movements) {
        return new ShiftResponse(
                shift.id(),
                shift.openedAt(),
                shift.opening(),
                shift.expected(),
                ClosingResponse.of(shift),
                movements.stream().map(MovementResponse::of).toList());
    }

    /** @param difference what the count found too much; negative where it found something missing */
    record ClosingResponse(Instant at, Money counted, Money difference, String note) {

        static @Nullable ClosingResponse of(Shift shift) {
            var closing = shift.closing();
            return closing == null
                    ? null
                    : new ClosingResponse(closing.at(), closing.counted(), shift.difference(), closing.note());
        }
    }

    /** @param text a sale's or a statement's code, or the operator's words */
    record MovementResponse(UUID id, DrawerMovement.Kind kind, Money amount, String text, Instant at) {

        static MovementResponse of(DrawerMovement movement) {
            return new MovementResponse(
                    movement.id(), movement.kind(), movement.amount(), movement.text(), movement.at());
        }
    }
}
