package io.xunshi.platform.order.web;

import io.xunshi.platform.identity.AccountId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.order.DisputeReason;
import io.xunshi.platform.order.DisputeState;
import io.xunshi.platform.order.Side;
import io.xunshi.platform.order.domain.DisputeEntry;
import io.xunshi.platform.order.domain.Remedy;
import io.xunshi.platform.order.usecase.FindDisputes.DisputeFile;
import io.xunshi.platform.order.web.DisputeResponse.Deadline;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in the officers' queue.
 *
 * @param asked what the buyer wants now
 * @param offered what the seller offers; null where nothing was
 * @param due when it should be decided
 * @param mine whether the reader may decide it
 */
record QueuedDisputeResponse(
        UUID id,
        String orderCode,
        String title,
        DisputeState state,
        DisputeReason reason,
        Money price,
        @Nullable Money asked,
        @Nullable Money offered,
        Instant openedAt,
        Instant waitingSince,
        @Nullable Deadline due,
        boolean mine) {

    static QueuedDisputeResponse of(DisputeFile file, AccountId officer) {
        var dispute = file.dispute();
        return new QueuedDisputeResponse(
                dispute.id().value(),
                file.order().code(),
                file.order().snapshot().title(),
                dispute.state(),
                dispute.reason(),
                file.order().price(),
                lastOf(file, Side.BUYER),
                lastOf(file, Side.SELLER),
                dispute.openedAt(),
                dispute.waitingSince(),
                DisputeResponse.deadlineOf(dispute),
                file.canBeDecidedBy(officer));
    }

    private static @Nullable Money lastOf(DisputeFile file, Side side) {
        return file.lastProposalOf(side)
                .map(DisputeEntry::remedy)
                .map(Remedy::refund)
                .orElse(null);
    }
}
