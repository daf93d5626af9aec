package io.xunshi.platform.clearing.domain;

import io.xunshi.platform.clearing.BillKind;
import io.xunshi.platform.clearing.BillState;
import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.kernel.Money;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer owes for a deal.
 *
 * @param id its payment and its escrow are found by it
 * @param statement null for what is paid before loading
 * @param isFinal the statement is the last one
 * @param amount positive
 * @param refunded of what was paid, what went back when the deal was settled
 */
public record Bill(
        UUID id,
        DealId deal,
        String dealCode,
        OrganisationId seller,
        OrganisationId buyer,
        BillKind kind,
        @Nullable UUID statement,
        boolean isFinal,
        Money amount,
        Money refunded,
        BillState state,
        Instant dueBy) {

    /** Whether it should have been paid by now. */
    public boolean isLateAt(Instant now) {
        return state == BillState.DUE && now.isAfter(dueBy);
    }
}
