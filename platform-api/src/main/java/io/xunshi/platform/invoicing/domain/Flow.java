package io.xunshi.platform.invoicing.domain;

import org.jspecify.annotations.Nullable;

/**
 * What one of the four flows says. What it does not speak of is null.
 *
 * @param seller who gave the goods, was paid, or issued the invoice
 * @param quantity grams or pieces
 * @param amountFen with tax
 * @param reference by which its paper is found: a contract's code, a receipt, a payment, an invoice number
 */
public record Flow(
        FlowParty seller,
        FlowParty buyer,
        @Nullable String materialCode,
        @Nullable Long quantity,
        @Nullable Long amountFen,
        String reference) {

    /**
     * A side.
     *
     * @param taxNumber 统一社会信用代码; of a natural person their identity number, masked
     */
    public record FlowParty(String taxNumber, String name) {}
}
