package io.xunshi.platform.fulfilment;

import io.xunshi.platform.deal.DealId;
import java.time.Instant;
import java.util.UUID;

/**
 * A settlement statement (结算单) as others need it. Money is fen.
 *
 * @param number counts from 1 within the deal
 * @param isProvisional figures are still open; a later statement follows
 * @param weight that is settled, grams or pieces
 * @param payableWeight of it, what is paid for
 * @param price of a tonne or a piece
 * @param totalFen with tax
 * @param payableFen of the total, what is payable now
 * @param paidFen by earlier statements that were marked as paid
 * @param dueFen what the buyer still pays
 * @param refundFen what was paid too much
 * @param hash SHA-256 of its whole text, hexadecimal
 */
public record StatementView(
        UUID id,
        DealId dealId,
        int number,
        boolean isProvisional,
        long weight,
        long payableWeight,
        long price,
        long totalFen,
        long taxFen,
        long payableFen,
        long paidFen,
        long dueFen,
        long refundFen,
        String hash,
        Instant issuedAt) {}
