package io.xunshi.platform.invoicing.domain;

import io.xunshi.platform.deal.DealId;
import io.xunshi.platform.invoicing.InvoiceState;
import io.xunshi.platform.organisation.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The invoice of a deal.
 *
 * @param statement whose figures it has
 * @param objection what its buyer says is wrong; null where they say nothing
 * @param reversal the red-letter invoice; null unless it was reversed
 */
public record Invoice(
        UUID id,
        DealId deal,
        String dealCode,
        UUID statement,
        OrganisationId seller,
        OrganisationId buyer,
        IssuedInvoice issued,
        InvoiceState state,
        @Nullable String objection,
        @Nullable Reversal reversal,
        Instant enteredAt) {}
